import Diagnostics
import FrenchText
import FrontMatter

/// Keeps small counts secret: `secret: 5` on a table hides every count under five, and as many other cells as it takes
/// that nobody can compute one of them back.
///
/// 1. *Primary*: every count (column `entier`) under the threshold, zero included, in any row.
/// 2. *Derived*: percentages, decimals and means of a row with a hidden cell, for they may give it back by its rate.
/// 3. *Complementary*: the totals, sums and linear formulas that the schema declares, total columns among them, are
///    equations between cells; while one of them leaves a hidden cell fewer possible values than the threshold, the
///    smallest visible cell of it is hidden too.
/// 4. *Proof*: `DisclosureSystem` then shows, for each hidden cell, two whole tables that agree with all that is
///    published and differ in that cell by the threshold less one at least. A table that cannot be proved safe is
///    refused, never published.
///
/// Tables that repeat the same cell (same row and column names) are treated together: one hides it, all do.
public enum Disclosure {
  /// Masks the tables of a publication, in place; `tables[i]` keeps its index. Tables without a secret change only
  /// where they repeat a hidden cell, or would give one back.
  public static func protect(_ tables: inout [Table], _ diagnostics: inout [Diagnostic]) {
    guard tables.contains(where: { $0.schema?.secret != nil }) else { return }
    var plan = DisclosurePlan(tables)
    switch plan.solve() {
    case .safe: plan.apply(to: &tables)
    case .unsafe(let table):
      let schema = tables[table].schema
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.secretKeepsNothing, at: schema?.secret?.location ?? tables[table].location,
          "Les petits effectifs de ce tableau ne peuvent pas être tenus secrets",
          help: "regroupez des lignes ou des colonnes, retirez un total, ou ne publiez pas le tableau"))
      plan.apply(to: &tables)
    }
  }
}
