import Diagnostics

extension Diagnostic {
  /// What a check says where numbers do not fit in 128 bits: silence would pass for approval.
  static func tooLong(_ what: String, at place: SourceLocation, check: SourceLocation) -> Diagnostic {
    Diagnostic(
      KeyFigureCode.impossibleComputation, at: place,
      "\(what) : les nombres sont trop longs pour être contrôlés, au-delà de 38 chiffres",
      help: "exprimez les valeurs dans une unité plus grande",
      notes: [.init("le contrôle est ici", at: check)])
  }
}
