// Ajouté aux pages par « bilan serve », et par lui seul : recharge la page après un enregistrement, à la même hauteur,
// et montre par-dessus ce qui empêche de publier.
(() => {
  'use strict'
  const version = new URL(document.currentScript.src).searchParams.get('v')
  const place = 'bilan-hauteur:' + location.pathname
  const stopped = document.documentElement.hasAttribute('data-bilan-erreur')

  const kept = sessionStorage.getItem(place)
  if (kept !== null) {
    sessionStorage.removeItem(place)
    const restore = () => scrollTo({ top: Number(kept), behavior: 'instant' })
    restore()
    addEventListener('load', restore)
  }

  function reload() {
    sessionStorage.setItem(place, String(scrollY))
    location.reload()
  }

  function element(name, text, parent, className) {
    const node = document.createElement(name)
    if (text) node.textContent = text
    if (className) node.className = className
    parent.append(node)
    return node
  }

  const style = document.createElement('link')
  style.rel = 'stylesheet'
  style.href = '/_bilan/apercu.css'
  document.head.append(style)

  let panel = null
  function hide() {
    if (panel) panel.remove()
    panel = null
  }

  function show(faults) {
    hide()
    if (faults.length === 0) return
    panel = element('section', '', document.body, 'bilan-apercu')
    panel.setAttribute('role', 'alert')
    panel.setAttribute('aria-label', 'Erreurs de la publication')
    const head = element('div', '', panel, 'bilan-tete')
    const count = faults.length > 1 ? `${faults.length} erreurs` : '1 erreur'
    element('h2', stopped ? count : `${count} : la page montre la dernière version sans faute`, head)
    const close = element('button', 'Fermer', head)
    close.type = 'button'
    close.addEventListener('click', hide)
    for (const fault of faults) {
      const item = element('article', '', panel)
      element('p', fault.message, item, 'bilan-message')
      if (fault.fichier) {
        const link = element(fault.editeur ? 'a' : 'span', `${fault.fichier}:${fault.ligne}:${fault.colonne}`, item)
        if (fault.editeur) link.href = fault.editeur
      }
      if (fault.source) {
        const source = element('pre', '', item)
        const before = Array.from(fault.source).slice(0, fault.colonne - 1).join('').replace(/[^\t]/g, ' ')
        element('code', `${fault.source}\n${before}^`, source)
      }
      if (fault.aide) element('p', fault.aide, item, 'bilan-aide')
    }
  }

  async function showFaults() {
    try {
      const answer = await fetch('/_bilan/erreurs.json?page=' + encodeURIComponent(decodeURIComponent(location.pathname)))
      show((await answer.json()).erreurs)
    } catch {
      // Le serveur s’arrête : la page reste comme elle est.
    }
  }

  let stream = null
  let seen = ''
  function listen() {
    stream = new EventSource('/_bilan/evenements')
    stream.onmessage = (event) => {
      if (event.data === seen) return
      seen = event.data
      const state = JSON.parse(event.data)
      if (state.version !== version) reload()
      else if (state.erreurs > 0 || stopped) showFaults()
      else hide()
    }
  }

  // Un navigateur n’ouvre que six connexions par serveur : un onglet caché rend la sienne.
  function follow() {
    if (document.hidden) {
      if (stream) stream.close()
      stream = null
    } else if (!stream) {
      listen()
    }
  }
  document.addEventListener('visibilitychange', follow)
  addEventListener('pagehide', () => { if (stream) stream.close(); stream = null })
  addEventListener('pageshow', follow)
  follow()
})()
