import Diagnostics
import FrenchText

/// Makes the typographer's changes in the nodes of a block: texts are replaced, and cut where letters are raised.
struct TypographySetter {
  private var block = BlockText()
  private var typography = Typography()
  /// For each edit, the piece of the block it is made in.
  private var owners: [Int] = []
  /// The next edit to make.
  private var edit = 0
  private var tail: [Node] = []
  /// Where each old node of the block is now.
  private var places: [UInt32] = []

  /// Sets the block at the end of the document; its faults of writing are added to the diagnostics.
  mutating func set(
    _ document: inout DocumentDraft, block index: Int, _ options: MarkdownOptions,
    diagnostics: inout [Diagnostic]
  ) {
    guard options.hasTypography || options.reviewsWriting else { return }
    block.gather(document, block: index)
    guard block.pieces.contains(where: \.isText) else { return }
    if options.reviewsWriting { review(document, &diagnostics) }
    guard options.hasTypography else { return }
    Typographer.edits(in: block.text, range: block.text.indices, into: &typography)
    guard !typography.isEmpty else { return }
    assignEdits()
    if typography.superscripts.isEmpty {
      replaceTexts(&document)
    } else {
      rebuild(&document, index)
    }
  }

  private func review(_ document: DocumentDraft, _ diagnostics: inout [Diagnostic]) {
    var piece = 0
    for fault in WritingFault.all(in: block.text) {
      piece = block.piece(at: fault.range.lowerBound, isInsertion: false, from: piece)
      diagnostics.append(diagnostic(fault, piece, document))
    }
  }

  private mutating func assignEdits() {
    owners.removeAll(keepingCapacity: true)
    edit = 0
    var piece = 0
    for edit in typography.edits {
      piece = block.piece(at: edit.range.lowerBound, isInsertion: false, from: piece)
      owners.append(
        edit.range.isEmpty ? block.piece(at: edit.range.lowerBound, isInsertion: true, from: piece) : piece)
    }
  }

  /// A text may change, and a line end become a no-break space; what the typographer must not touch stays.
  private func isOpenToChange(_ piece: Int, _ document: DocumentDraft) -> Bool {
    block.pieces[piece].isText || document.nodes[block.pieces[piece].node].kind == .softBreak
  }

  /// Appends a stretch of a piece with its edits made.
  private mutating func write(_ range: Range<Int>, of piece: Int, to document: inout DocumentDraft) -> Range<
    Int
  > {
    let start = document.bytes.count
    var copied = range.lowerBound
    while edit < owners.count, owners[edit] == piece {
      let change = typography.edits[edit]
      guard change.range.lowerBound < range.upperBound || change.range == range.upperBound..<range.upperBound
      else { break }
      block.text.withBytes(in: copied..<max(copied, change.range.lowerBound)) {
        document.bytes.append(contentsOf: $0)
      }
      document.bytes.append(change.replacement.utf8)
      copied = min(max(copied, change.range.upperBound), range.upperBound)
      edit += 1
    }
    block.text.withBytes(in: copied..<range.upperBound) { document.bytes.append(contentsOf: $0) }
    return document.file.bytes.count + start..<document.file.bytes.count + document.bytes.count
  }

  // MARK: Replacing

  private mutating func replaceTexts(_ document: inout DocumentDraft) {
    while edit < owners.count {
      let piece = owners[edit]
      guard isOpenToChange(piece, document) else {
        edit += 1
        continue
      }
      let range = block.pieces[piece].start..<block.end(of: piece)
      let text = write(range, of: piece, to: &document)
      let node = block.pieces[piece].node
      document.nodes[node].kind = .text
      document.nodes[node].text = text
      // An edit past the end of its piece would never be made; none is, but a loop must end.
      while edit < owners.count, owners[edit] == piece { edit += 1 }
    }
  }

  // MARK: Raising

  /// Writes the nodes of the block anew, superscripts among them.
  private mutating func rebuild(_ document: inout DocumentDraft, _ index: Int) {
    let first = index + 1
    tail.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var piece = 0
    var raised = 0
    for i in first..<document.nodes.count {
      places.append(UInt32(truncatingIfNeeded: first + tail.count))
      while piece < block.pieces.count, block.pieces[piece].node < i { piece += 1 }
      if piece < block.pieces.count, block.pieces[piece].node == i, isOpenToChange(piece, document) {
        split(document.nodes[i], piece, &raised, &document)
      } else {
        tail.append(document.nodes[i])
      }
      while piece < block.pieces.count, block.pieces[piece].node == i, edit < owners.count,
        owners[edit] == piece
      {
        edit += 1
      }
    }
    places.append(UInt32(truncatingIfNeeded: first + tail.count))
    for i in tail.indices {
      let own = UInt32(truncatingIfNeeded: first + i)
      // 0 marks what is new.
      tail[i].end =
        tail[i].end != 0 ? places[Int(tail[i].end) - first] : own + (tail[i].kind == .superscript ? 2 : 1)
    }
    document.nodes.replaceSubrange(first..., with: tail)
    moveReferences(&document, first)
  }

  private func moveReferences(_ document: inout DocumentDraft, _ first: Int) {
    var i = document.references.count - 1
    while i >= 0, document.references[i].node >= first {
      document.references[i].node = Int(places[document.references[i].node - first])
      i -= 1
    }
  }

  /// Adds what becomes of one leaf: itself, or texts and superscripts in turn.
  private mutating func split(
    _ node: Node, _ piece: Int, _ raised: inout Int, _ document: inout DocumentDraft
  ) {
    let whole = block.pieces[piece].start..<block.end(of: piece)
    var start = whole.lowerBound
    while raised < typography.superscripts.count,
      typography.superscripts[raised].lowerBound < whole.upperBound
    {
      let range = typography.superscripts[raised].clamped(to: start..<whole.upperBound)
      addText(start..<range.lowerBound, of: piece, node, &document)
      tail.append(Node(.superscript, range: source(range, of: piece, node)))
      addText(range, of: piece, node, &document)
      start = range.upperBound
      raised += 1
    }
    if start == whole.lowerBound {
      var changed = node
      if edit < owners.count, owners[edit] == piece {
        changed.kind = .text
        changed.text = write(whole, of: piece, to: &document)
      }
      tail.append(changed)
    } else if start < whole.upperBound || edit < owners.count && owners[edit] == piece {
      addText(start..<whole.upperBound, of: piece, node, &document)
    }
  }

  private mutating func addText(
    _ range: Range<Int>, of piece: Int, _ node: Node, _ document: inout DocumentDraft
  ) {
    let isEdited =
      edit < owners.count && owners[edit] == piece
      && typography.edits[edit].range.upperBound <= range.upperBound
    guard !range.isEmpty || isEdited else { return }
    let text = write(range, of: piece, to: &document)
    tail.append(Node(.text, range: source(range, of: piece, node), text: text))
  }

  /// Where a stretch of a piece stands in the file; all of it where escapes make that uncertain.
  private func source(_ range: Range<Int>, of piece: Int, _ node: Node) -> Range<Int> {
    let start = block.pieces[piece].start
    guard node.range.count == block.end(of: piece) - start else { return node.range }
    let shift = node.range.lowerBound - start
    return range.lowerBound + shift..<range.upperBound + shift
  }

  // MARK: Faults

  private func diagnostic(_ fault: WritingFault, _ piece: Int, _ document: DocumentDraft) -> Diagnostic {
    let node = document.nodes[block.pieces[piece].node]
    let start = block.pieces[piece].start
    let end = block.end(of: piece)
    if fault.range.upperBound <= end, node.range.count == end - start {
      return fault.diagnostic(in: document.file.path, offset: node.range.lowerBound - start)
    }
    // Escapes or marks stand in between: the place is near, and no mechanical correction is safe.
    return Diagnostic(fault.code, at: document.file.location(node.range), fault.message, help: fault.help)
  }
}
