/// The types of chart, by the names an editor gives in `type=`.
public enum ChartKind: String, Hashable, Sendable, CaseIterable {
  case bars = "barres"
  case horizontalBars = "barres-horizontales"
  case groupedBars = "barres-groupees"
  case stackedBars = "barres-empilees"
  case lines = "lignes"
  case areas = "aires"
  case barsAndLines = "barres-lignes"
  case pie = "secteurs"
  case ring = "anneau"
  case dots = "points"
  case scatter = "nuage"
  case radar
  case gauge = "jauge"
  case target = "cible"
  case slope = "pente"
  case waffle = "gaufre"
  case pictograms = "pictogrammes"
  case pyramid = "pyramide"
  case heat = "chaleur"
  case tree = "arbre"
  case sparkline
}
