import Diagnostics
import FrontMatter

/// One thing that a table must obey, as `controles` says it. Each kind has its own file, and its own size: a check is one
/// reference, or the smallest would take as much room as the largest.
public indirect enum Check: Sendable {
  case total(TotalCheck)
  case mean(MeanCheck)
  case sum(SumCheck)
  case formula(FormulaCheck)
  case bounds(BoundsCheck)
  case unique(UniqueCheck)
  case required(RequiredCheck)
  case among(AmongCheck)
  case increasing(IncreasingCheck)
  case evolution(EvolutionCheck)

  /// An item of `controles`: one check, or several under their own keys.
  static func decode(_ field: inout Field) -> [Check]? {
    field.mapping { fields in
      var checks: [Check] = []
      func add<Kind>(
        _ key: String, _ doc: String, _ decode: (inout Field) -> Kind?, _ check: (Kind) -> Check
      ) {
        if let kind = fields.field(key, doc: doc, decode) { checks.append(check(kind)) }
      }
      add("total", "La ligne qui est la somme de celles du dessus", TotalCheck.decode, Check.total)
      add("moyenne", "La ligne qui est la moyenne de celles du dessus", MeanCheck.decode, Check.mean)
      add("somme", "La colonne, ou les colonnes, dont la somme est connue", SumCheck.decode, Check.sum)
      add("calcul", "La formule que suit chaque ligne", FormulaCheck.decode, Check.formula)
      add("bornes", "Les valeurs extrêmes d’une colonne", BoundsCheck.decode, Check.bounds)
      add("unique", "La colonne, ou les colonnes ensemble, sans doublon", UniqueCheck.decode, Check.unique)
      add("obligatoire", "Les colonnes sans cellule vide", RequiredCheck.decode, Check.required)
      add("parmi", "Les valeurs admises dans une colonne", AmongCheck.decode, Check.among)
      add("croissant", "La colonne qui va en croissant", IncreasingCheck.decode, Check.increasing)
      add(
        "evolution", "Le plus grand changement admis d’une édition à l’autre", EvolutionCheck.decode,
        Check.evolution)
      return checks
    }
  }

  func run(on table: Table, _ context: CheckContext, _ diagnostics: inout [Diagnostic]) {
    switch self {
    case .total(let check): check.run(on: table, &diagnostics)
    case .mean(let check): check.run(on: table, &diagnostics)
    case .sum(let check): check.run(on: table, &diagnostics)
    case .formula(let check): check.run(on: table, context, &diagnostics)
    case .bounds(let check): check.run(on: table, &diagnostics)
    case .unique(let check): check.run(on: table, &diagnostics)
    case .required(let check): check.run(on: table, &diagnostics)
    case .among(let check): check.run(on: table, &diagnostics)
    case .increasing(let check): check.run(on: table, &diagnostics)
    case .evolution(let check): check.run(on: table, context, &diagnostics)
    }
  }
}

/// What a check may need beyond its own table.
public struct CheckContext: Sendable {
  /// A table by its identifier, or by section and identifier.
  public var table: @Sendable ([String]) -> Table?
  /// The same table in the earlier edition.
  public var previous: EditionTable?

  public init(table: @escaping @Sendable ([String]) -> Table? = { _ in nil }, previous: EditionTable? = nil) {
    self.table = table
    self.previous = previous
  }
}

extension Table {
  /// Runs every check that the schema asks for, in its order.
  public func check(_ context: CheckContext = CheckContext(), _ diagnostics: inout [Diagnostic]) {
    for check in schema?.checks ?? [] { check.run(on: self, context, &diagnostics) }
  }
}
