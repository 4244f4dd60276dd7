/// The filters of the language, those of Jinja 3.1 that make sense in a layout, with their parameters.
enum LanguageFilter: String, Sendable, CaseIterable {
  case abs, batch, capitalize, center, count, d, `default`, dictsort, e, escape, first, float,
    forceescape
  case format, groupby, indent, int, items, join, last, length, list, lower, map, max, min, reject, rejectattr
  case replace, reverse, round, safe, select, selectattr, slice, sort, string, striptags, sum, title, tojson,
    trim
  case truncate, unique, upper, urlencode, wordcount, xmlattr

  /// The names of the parameters, and how many must be given. Those of `map`, `select` and their kin are the filter or
  /// test to apply and its own arguments; any number of them may follow.
  var signature: (parameters: [String], required: Int, isOpen: Bool) {
    switch self {
    case .abs, .capitalize, .count, .e, .escape, .first, .forceescape, .items, .last, .length, .list, .lower,
      .reverse, .safe, .string, .striptags, .title, .upper, .urlencode, .wordcount:
      ([], 0, false)
    case .batch: (["linecount", "fill_with"], 1, false)
    case .center: (["width"], 0, false)
    case .d, .default: (["default_value", "boolean"], 0, false)
    case .dictsort: (["case_sensitive", "by", "reverse"], 0, false)
    case .float: (["default"], 0, false)
    case .format: ([], 0, true)
    case .groupby: (["attribute", "default", "case_sensitive"], 1, false)
    case .indent: (["width", "first", "blank"], 0, false)
    case .int: (["default", "base"], 0, false)
    case .join: (["d", "attribute"], 0, false)
    case .map: (["attribute", "default"], 0, true)
    case .max, .min: (["case_sensitive", "attribute"], 0, false)
    case .reject, .select: ([], 0, true)
    case .rejectattr, .selectattr: ([], 1, true)
    case .replace: (["old", "new", "count"], 2, false)
    case .round: (["precision", "method"], 0, false)
    case .slice: (["slices", "fill_with"], 1, false)
    case .sort: (["reverse", "case_sensitive", "attribute"], 0, false)
    case .sum: (["attribute", "start"], 0, false)
    case .tojson: (["indent"], 0, false)
    case .trim: (["chars"], 0, false)
    case .truncate: (["length", "killwords", "end", "leeway"], 0, false)
    case .unique: (["case_sensitive", "attribute"], 0, false)
    case .xmlattr: (["autospace"], 0, false)
    }
  }
}
