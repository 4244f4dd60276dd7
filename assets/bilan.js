// Le site se lit sans script. Celui-ci ajoute la recherche à la frappe, le tri, le filtre et la copie des chiffres.
(() => {
  "use strict";
  const $ = (id) => document.getElementById(id);

  // Une lettre et son accent se valent, une majuscule et sa minuscule, un pluriel et son singulier.
  const plier = (t) => t.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[’']/g, " ");
  const racine = (m) => m.length > 4 && /aux$/.test(m) ? m.slice(0, -2) : m.length > 3 ? m.replace(/[sx]$/, "") : m;
  const mots = (t) => plier(t).replace(/(\d)[\s\u00a0\u202f](?=\d{3})/g, "$1").match(/[a-z0-9]+/g) || [];
  const compte = (n, nom) => n ? `${n.toLocaleString("fr-FR")} ${nom}${n > 1 ? "s" : ""}` : `Aucun ${nom}`;

  // La note d’un texte pour une demande : chaque mot doit y commencer un mot ; 0 s’il en manque un.
  const noter = (demande, liste) => {
    let total = 0;
    for (const d of demande) {
      let mieux = 0;
      for (const m of liste) if (m.startsWith(d)) mieux = Math.max(mieux, racine(m) === d ? 2 : 1);
      if (!mieux) return 0;
      total += mieux;
    }
    return total;
  };

  // Recherche : l’index complet est déjà dans la page ; recherche.json y ajoute le texte, là où le navigateur sait le lire.
  const chercher = () => {
    const forme = $("recherche"), champ = $("q"), sortie = $("resultats"), etat = $("compte");
    const index = [...document.querySelectorAll("#entrees li")].map((li) => {
      const a = li.querySelector("a"), s = li.querySelector("span");
      return { url: a.getAttribute("href"), titre: a.textContent, contexte: s ? s.textContent : "",
        type: li.dataset.type, mots: mots(a.textContent), autres: mots(s ? s.textContent : "") };
    });
    const poids = { sigle: 8, partie: 6, section: 6, titre: 3, chiffre: 2 };
    const montrer = () => {
      const demande = mots(champ.value).map(racine);
      const trouves = [];
      if (demande.length) for (const e of index) {
        const titre = noter(demande, e.mots), tout = titre || noter(demande, e.mots.concat(e.autres));
        if (tout) trouves.push([titre * 20 + tout + (poids[e.type] || 0) - e.mots.length / 20, e]);
      }
      trouves.sort((a, b) => b[0] - a[0]);
      sortie.replaceChildren(...trouves.slice(0, 60).map(([, e]) => {
        const li = document.createElement("li"), a = document.createElement("a"), s = document.createElement("span");
        a.href = e.url;
        a.textContent = e.titre;
        s.textContent = e.contexte;
        li.append(a, s);
        return li;
      }));
      for (const id of ["index", "entrees"]) $(id).hidden = demande.length > 0;
      etat.textContent = demande.length ? compte(trouves.length, "résultat") : compte(index.length, "entrée");
      if (location.protocol !== "file:")
        history.replaceState(null, "", champ.value ? "?q=" + encodeURIComponent(champ.value) : location.pathname);
    };
    champ.value = new URLSearchParams(location.search).get("q") || "";
    champ.addEventListener("input", montrer);
    forme.addEventListener("submit", (e) => {
      e.preventDefault();
      const a = sortie.querySelector("a");
      if (a) a.focus();
    });
    document.addEventListener("keydown", (e) => {
      if (e.key !== "ArrowDown" && e.key !== "ArrowUp") return;
      const suite = [champ, ...sortie.querySelectorAll("a")], i = suite.indexOf(document.activeElement);
      const vers = suite[i + (e.key === "ArrowDown" ? 1 : -1)];
      if (i < 0 || !vers) return;
      e.preventDefault();
      vers.focus();
    });
    montrer();
    if (location.protocol !== "file:") fetch(forme.dataset.index).then((r) => r.json()).then((j) => {
      const textes = new Map(j.entrees.map((e) => [e.url, e.texte || ""]));
      const base = forme.dataset.index.replace("recherche.json", "");
      for (const e of index) e.autres = e.autres.concat(mots(textes.get(e.url.slice(base.length)) || ""));
      montrer();
    }).catch(() => {});
  };

  // Trier, filtrer. Le troisième clic rend l’ordre du bilan.
  const trier = () => {
    const table = $("chiffres"), ordre = [...table.tBodies], lignes = [...table.querySelectorAll("tr[data-partie]")];
    const place = new Map(lignes.map((l) => [l, l.parentNode]));
    const tous = document.createElement("tbody"), regle = new Intl.Collator("fr", { numeric: true });
    let dit = "";
    for (const th of table.tHead.rows[0].cells) {
      if (!th.dataset.tri) continue;
      const b = document.createElement("button");
      b.type = "button";
      b.append(...th.firstElementChild.childNodes);
      th.firstElementChild.append(b);
      b.addEventListener("click", () => {
        const avant = th.getAttribute("aria-sort"), nombre = th.dataset.tri === "nombre";
        const sens = !avant ? (nombre ? "descending" : "ascending") : (avant === "descending") === nombre
          ? (nombre ? "ascending" : "descending") : "";
        for (const c of th.parentNode.cells) c.removeAttribute("aria-sort");
        dit = sens && (sens === "ascending" ? ", tri croissant" : ", tri décroissant");
        filtrer();
        if (!sens) {
          tous.remove();
          for (const l of lignes) place.get(l).append(l);
          table.append(...ordre);
          return;
        }
        th.setAttribute("aria-sort", sens);
        const cle = (l) => nombre ? parseFloat(l.dataset.nombre ?? "NaN") : l.cells[th.cellIndex].textContent.trim();
        const s = sens === "ascending" ? 1 : -1;
        // Sans valeur simple (une fourchette), un chiffre vient en dernier.
        tous.replaceChildren(...[...lignes].sort((a, c) => {
          const x = cle(a), y = cle(c);
          if (!nombre) return s * regle.compare(x, y);
          return isNaN(x) ? (isNaN(y) ? 0 : 1) : isNaN(y) ? -1 : s * (x - y);
        }));
        for (const t of ordre) t.remove();
        for (const l of lignes) l.className = "partie-" + l.dataset.partie;
        table.append(tous);
      });
    }
    const texte = $("f-texte"), partie = $("f-partie"), priorite = $("f-priorite");
    const fiches = lignes.map((l) => mots(l.textContent));
    const filtrer = () => {
      const demande = mots(texte.value).map(racine);
      let n = 0;
      lignes.forEach((l, i) => {
        l.hidden = (partie.value && l.dataset.partie !== partie.value)
          || (priorite && priorite.value && l.dataset.priorite !== priorite.value)
          || (demande.length > 0 && !noter(demande, fiches[i]));
        if (!l.hidden) n++;
      });
      for (const t of ordre) t.rows[0].hidden = !lignes.some((l) => place.get(l) === t && !l.hidden);
      $("f-compte").textContent = compte(n, "chiffre") + dit;
    };
    $("filtres").addEventListener("input", filtrer);
    $("filtres").addEventListener("submit", (e) => e.preventDefault());
    filtrer();
  };

  // Copier un chiffre : sa valeur, son libellé, sa source, son adresse.
  const copier = () => {
    const etat = document.createElement("p");
    etat.className = "cache";
    etat.setAttribute("role", "status");
    document.querySelector("main").append(etat);
    for (const c of document.querySelectorAll(".chiffre[id]")) {
      const lire = (s) => { const e = c.querySelector(s); return e ? e.textContent.trim() : ""; };
      const b = document.createElement("button"), nom = document.createElement("span");
      b.type = "button";
      b.className = "copier";
      nom.className = "cache";
      nom.textContent = " : " + lire(".libelle");
      b.append("Copier", nom);
      b.addEventListener("click", async () => {
        const source = lire(".note p");
        const ou = location.href.split("#")[0] + "#" + c.id;
        await navigator.clipboard.writeText(`${lire(".valeur")} ${lire(".libelle")}${source ? ` (${source})` : ""}\n${ou}`);
        b.firstChild.data = "Copié";
        etat.textContent = "Chiffre copié";
        setTimeout(() => { b.firstChild.data = "Copier"; etat.textContent = ""; }, 2000);
      });
      c.append(b);
    }
  };

  if ($("recherche")) chercher();
  if ($("filtres")) trier();
  if (navigator.clipboard) copier();
})();
