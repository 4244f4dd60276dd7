import Diagnostics

/// Words whose first letter people type without its accent or its ligature when it is a capital, and the commonest
/// words with `œ`. Only words that are no other word without the accent are here (`Ça`, not `À`).
enum WordList {
  /// Whether a word can be in the list at all, from its shape: nearly all are turned away here.
  private static func mayHold(_ text: [UInt8], _ word: Range<Int>) -> Bool {
    guard (2...24).contains(word.count) else { return false }
    let (first, second) = (text[word.lowerBound], text[word.lowerBound + 1])
    if first.isASCIIUppercase {
      if second.isASCIIUppercase { return word.count >= 4 }
      switch first {
      case UInt8(ascii: "A"), UInt8(ascii: "C"), UInt8(ascii: "E"), UInt8(ascii: "I"), UInt8(ascii: "O"):
        return true
      default: break
      }
    }
    var before: UInt8 = 0
    for place in word {
      if text[place] == UInt8(ascii: "e"), before | 0x20 == UInt8(ascii: "o") { return true }
      before = text[place]
    }
    return false
  }

  /// The word as it should be, or nil when nothing is known against it.
  static func correction(of word: Range<Int>, in text: [UInt8]) -> (WritingCode, String)? {
    guard mayHold(text, word) else { return nil }
    return corrections[String(decoding: text[word], as: UTF8.self)]
  }

  private static let corrections: [String: (WritingCode, String)] = {
    var table: [String: (WritingCode, String)] = [:]
    table.reserveCapacity(1600)
    /// A word with its correction, and the plurals of both.
    func add(_ code: WritingCode, _ bare: String, _ correct: String, plural: String = "s") {
      table[bare] = (code, correct)
      table[bare + plural] = (code, correct + plural)
    }
    for word in words(of: accented) {
      let capitalized = capitalize(word)
      let bareFirst = SearchFold.letters(String(capitalized.prefix(1))).uppercased()
      add(.unaccentedCapital, bareFirst + capitalized.dropFirst(), capitalized)
      // « ETAT », « REUSSITE »: in capitals every accent goes. (`mayHold` lets off what is too short to be sure.)
      let bareCapitals = SearchFold.letters(word).uppercased()
      add(.unaccentedCapital, bareCapitals, word.uppercased(), plural: "S")
    }
    for word in words(of: capitalsOnly) {
      add(.unaccentedCapital, SearchFold.letters(word).uppercased(), word.uppercased(), plural: "S")
    }
    for word in words(of: ligatured) {
      let bare = SearchFold.letters(word)
      add(.missingLigature, bare, word)
      add(.missingLigature, capitalize(bare), capitalize(word))
    }
    return table
  }()

  private static func words(of list: String) -> [String] {
    list.utf8.split(separator: .space).map { String(Substring($0)) }
  }

  private static func capitalize(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  /// Each stands for itself and its plural in `s`.
  private static let accented = """
    état étatiqueunien école écolier écolière écologie écologique écologiste économe économie économique \
    économiste écoute écouter écran écrire écrit écriture écrivain écueil édifice éditeur édition \
    éditorial éditrice éducateur éducatif éducation éducative éducatrice éduquer éfficace égal égale \
    également égaler égalité égard élaboration élaborer élan élargir élargissement électeur élection \
    électorale électricité électrique électronique élégant élément élémentaire élève élevage élevé élevée \
    élever éligible élire élite élu élue émergence émergent émerger émetteur émettre émission émotion \
    émotionnel émotionnelle émulation énergétique énergie énigme énoncé énorme énormément énumérer \
    épanouir épanouissement épargne éphémère épidémie épilogue épisode époque épreuve éprouver épuisement \
    équation équilibre équilibrer équipe équipement équiper équitable équité équivalence équivalent ère \
    érudit éruption établi établir établissement étage étalonner étant étape été étendre étendue éthique \
    étiquette étoile étonnant étrange étranger étrangère être étroit étroite étude étudiant étudiante \
    étudier évaluateur évaluation évaluer événement évènement événementiel éveil éventail éventualité \
    éventuel éventuelle éventuellement évidemment évidence évident évidente éviter évolution évolutif \
    évoluer évoquer échange échanger échantillon échéance échec échelle échelon écho éclairage éclairer \
    éclat éclater écart écarter écosystème élocution éloge éloigné éloigner éloquence éléa épinal égypte \
    âge âgé âgée âme âpreté ça île îlot ôter
    """

  /// Words whose first letter has no accent, often written in capitals in titles.
  private static let capitalsOnly = """
    réussite réussir réseau réalisation réalité référent référence région régional régionale réforme \
    réunion réduire mathématiques média médiation métier méthode numérisé modèle pédagogie pédagogique \
    périscolaire préambule présentation prévention procédure sécurité sécuriser séminaire séquence série \
    société spécialité stratégie synthèse théâtre bénéficiaire bénéfice créativité création célébration \
    cérémonie compétence compétences académie académique actualité activité collège lycée différenciation \
    développement découverte déploiement démarche département départemental difficulté généralité général \
    générale intérêt ingénierie matière première problématique résumé résultat répartition répertoire \
    matériel numérique vidéo vérité
    """

  private static let ligatured = """
    cœur chœur sœur nœud vœu vœux œil œuf bœuf mœurs œuvre œuvrer manœuvre œcuménique rancœur écœurer
    """
}
