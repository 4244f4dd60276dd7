// Made by embed.sh from the names of the files that come with the program.
#include "CSite.h"

static const unsigned char file_0[] = {
#embed "../../Sources/Preview/client/apercu.css" suffix(, 0) if_empty(0)
};

static const unsigned char file_1[] = {
#embed "../../Sources/Preview/client/apercu.js" suffix(, 0) if_empty(0)
};

static const unsigned char file_2[] = {
#embed "../../Sources/Preview/client/erreur.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_3[] = {
#embed "../../assets/bilan.js" suffix(, 0) if_empty(0)
};

static const unsigned char file_4[] = {
#embed "../../assets/graphiques.css" suffix(, 0) if_empty(0)
};

static const unsigned char file_5[] = {
#embed "../../assets/icone.svg" suffix(, 0) if_empty(0)
};

static const unsigned char file_6[] = {
#embed "../../assets/impression-a5.css" suffix(, 0) if_empty(0)
};

static const unsigned char file_7[] = {
#embed "../../assets/impression-ecran.css" suffix(, 0) if_empty(0)
};

static const unsigned char file_8[] = {
#embed "../../assets/impression-gris.css" suffix(, 0) if_empty(0)
};

static const unsigned char file_9[] = {
#embed "../../assets/impression-lettre.css" suffix(, 0) if_empty(0)
};

static const unsigned char file_10[] = {
#embed "../../assets/impression.css" suffix(, 0) if_empty(0)
};

static const unsigned char file_11[] = {
#embed "../../assets/pages.css" suffix(, 0) if_empty(0)
};

static const unsigned char file_12[] = {
#embed "../../assets/style.css" suffix(, 0) if_empty(0)
};

static const unsigned char file_13[] = {
#embed "../../docs/messages.md" suffix(, 0) if_empty(0)
};

static const unsigned char file_14[] = {
#embed "../../docs/modele/content/index.md" suffix(, 0) if_empty(0)
};

static const unsigned char file_15[] = {
#embed "../../docs/modele/content/publication.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_16[] = {
#embed "../../docs/modele/content/reussite/devoirs-faits.md" suffix(, 0) if_empty(0)
};

static const unsigned char file_17[] = {
#embed "../../docs/modele/content/reussite/index.md" suffix(, 0) if_empty(0)
};

static const unsigned char file_18[] = {
#embed "../../docs/modele/content/reussite/lecture.md" suffix(, 0) if_empty(0)
};

static const unsigned char file_19[] = {
#embed "../../docs/modele/content/sigles.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_20[] = {
#embed "../../docs/modele/content/vie-scolaire/index.md" suffix(, 0) if_empty(0)
};

static const unsigned char file_21[] = {
#embed "../../docs/modele/content/vie-scolaire/mediation.md" suffix(, 0) if_empty(0)
};

static const unsigned char file_22[] = {
#embed "../../layouts/404.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_23[] = {
#embed "../../layouts/accessibilite.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_24[] = {
#embed "../../layouts/accueil.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_25[] = {
#embed "../../layouts/blocs/axes.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_26[] = {
#embed "../../layouts/blocs/carte.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_27[] = {
#embed "../../layouts/blocs/chiffres-cles.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_28[] = {
#embed "../../layouts/blocs/chronologie.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_29[] = {
#embed "../../layouts/blocs/citation.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_30[] = {
#embed "../../layouts/blocs/etapes.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_31[] = {
#embed "../../layouts/blocs/figure.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_32[] = {
#embed "../../layouts/blocs/focus.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_33[] = {
#embed "../../layouts/blocs/graphique.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_34[] = {
#embed "../../layouts/blocs/indicateurs.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_35[] = {
#embed "../../layouts/blocs/objectifs.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_36[] = {
#embed "../../layouts/blocs/perspectives.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_37[] = {
#embed "../../layouts/blocs/portrait.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_38[] = {
#embed "../../layouts/blocs/portraits.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_39[] = {
#embed "../../layouts/blocs/signature.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_40[] = {
#embed "../../layouts/blocs/tableau.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_41[] = {
#embed "../../layouts/blocs/temps-fort.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_42[] = {
#embed "../../layouts/blocs/temps-forts.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_43[] = {
#embed "../../layouts/changements.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_44[] = {
#embed "../../layouts/donnees.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_45[] = {
#embed "../../layouts/ecoconception.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_46[] = {
#embed "../../layouts/imprimer.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_47[] = {
#embed "../../layouts/macros.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_48[] = {
#embed "../../layouts/mentions-legales.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_49[] = {
#embed "../../layouts/page-chiffres-cles.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_50[] = {
#embed "../../layouts/page.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_51[] = {
#embed "../../layouts/partie.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_52[] = {
#embed "../../layouts/plan-du-site.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_53[] = {
#embed "../../layouts/priorites.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_54[] = {
#embed "../../layouts/recherche.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_55[] = {
#embed "../../layouts/section.html" suffix(, 0) if_empty(0)
};

static const unsigned char file_56[] = {
#embed "../../layouts/sigles.html" suffix(, 0) if_empty(0)
};

static const bilan_embedded_file files[] = {
  {"Sources/Preview/client/apercu.css", file_0, sizeof file_0 - 1},
  {"Sources/Preview/client/apercu.js", file_1, sizeof file_1 - 1},
  {"Sources/Preview/client/erreur.html", file_2, sizeof file_2 - 1},
  {"assets/bilan.js", file_3, sizeof file_3 - 1},
  {"assets/graphiques.css", file_4, sizeof file_4 - 1},
  {"assets/icone.svg", file_5, sizeof file_5 - 1},
  {"assets/impression-a5.css", file_6, sizeof file_6 - 1},
  {"assets/impression-ecran.css", file_7, sizeof file_7 - 1},
  {"assets/impression-gris.css", file_8, sizeof file_8 - 1},
  {"assets/impression-lettre.css", file_9, sizeof file_9 - 1},
  {"assets/impression.css", file_10, sizeof file_10 - 1},
  {"assets/pages.css", file_11, sizeof file_11 - 1},
  {"assets/style.css", file_12, sizeof file_12 - 1},
  {"docs/messages.md", file_13, sizeof file_13 - 1},
  {"docs/modele/content/index.md", file_14, sizeof file_14 - 1},
  {"docs/modele/content/publication.yaml", file_15, sizeof file_15 - 1},
  {"docs/modele/content/reussite/devoirs-faits.md", file_16, sizeof file_16 - 1},
  {"docs/modele/content/reussite/index.md", file_17, sizeof file_17 - 1},
  {"docs/modele/content/reussite/lecture.md", file_18, sizeof file_18 - 1},
  {"docs/modele/content/sigles.yaml", file_19, sizeof file_19 - 1},
  {"docs/modele/content/vie-scolaire/index.md", file_20, sizeof file_20 - 1},
  {"docs/modele/content/vie-scolaire/mediation.md", file_21, sizeof file_21 - 1},
  {"layouts/404.html", file_22, sizeof file_22 - 1},
  {"layouts/accessibilite.html", file_23, sizeof file_23 - 1},
  {"layouts/accueil.html", file_24, sizeof file_24 - 1},
  {"layouts/blocs/axes.html", file_25, sizeof file_25 - 1},
  {"layouts/blocs/carte.html", file_26, sizeof file_26 - 1},
  {"layouts/blocs/chiffres-cles.html", file_27, sizeof file_27 - 1},
  {"layouts/blocs/chronologie.html", file_28, sizeof file_28 - 1},
  {"layouts/blocs/citation.html", file_29, sizeof file_29 - 1},
  {"layouts/blocs/etapes.html", file_30, sizeof file_30 - 1},
  {"layouts/blocs/figure.html", file_31, sizeof file_31 - 1},
  {"layouts/blocs/focus.html", file_32, sizeof file_32 - 1},
  {"layouts/blocs/graphique.html", file_33, sizeof file_33 - 1},
  {"layouts/blocs/indicateurs.html", file_34, sizeof file_34 - 1},
  {"layouts/blocs/objectifs.html", file_35, sizeof file_35 - 1},
  {"layouts/blocs/perspectives.html", file_36, sizeof file_36 - 1},
  {"layouts/blocs/portrait.html", file_37, sizeof file_37 - 1},
  {"layouts/blocs/portraits.html", file_38, sizeof file_38 - 1},
  {"layouts/blocs/signature.html", file_39, sizeof file_39 - 1},
  {"layouts/blocs/tableau.html", file_40, sizeof file_40 - 1},
  {"layouts/blocs/temps-fort.html", file_41, sizeof file_41 - 1},
  {"layouts/blocs/temps-forts.html", file_42, sizeof file_42 - 1},
  {"layouts/changements.html", file_43, sizeof file_43 - 1},
  {"layouts/donnees.html", file_44, sizeof file_44 - 1},
  {"layouts/ecoconception.html", file_45, sizeof file_45 - 1},
  {"layouts/imprimer.html", file_46, sizeof file_46 - 1},
  {"layouts/macros.html", file_47, sizeof file_47 - 1},
  {"layouts/mentions-legales.html", file_48, sizeof file_48 - 1},
  {"layouts/page-chiffres-cles.html", file_49, sizeof file_49 - 1},
  {"layouts/page.html", file_50, sizeof file_50 - 1},
  {"layouts/partie.html", file_51, sizeof file_51 - 1},
  {"layouts/plan-du-site.html", file_52, sizeof file_52 - 1},
  {"layouts/priorites.html", file_53, sizeof file_53 - 1},
  {"layouts/recherche.html", file_54, sizeof file_54 - 1},
  {"layouts/section.html", file_55, sizeof file_55 - 1},
  {"layouts/sigles.html", file_56, sizeof file_56 - 1},
};

const size_t bilan_embedded_file_count = 57;

bilan_embedded_file bilan_embedded_file_at(size_t index) { return files[index]; }
