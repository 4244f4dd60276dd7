/// What an operation on values cannot do, without the place, which the renderer adds.
struct Complaint: Error {
  let code: TemplateCode
  let message: String
  let help: String?
  /// The unknown value that was used, if that is what is wrong: the renderer knows how it came about.
  var unknown: Handle?

  init(_ code: TemplateCode = .wrongType, _ message: String, help: String? = nil) {
    self.code = code
    self.message = message
    self.help = help
  }

  /// The first of the values that is unknown.
  static func undefined(_ values: Value...) -> Complaint {
    var complaint = Complaint(.unknownVariable, "Cette valeur n’existe pas")
    complaint.unknown = values.lazy.compactMap(\.handle).first
    return complaint
  }
}
