import CCmarkGFM
import Diagnostics

/// Takes cmark's tree over into a `Document`, in one walk without recursion.
struct TreeConverter {
  typealias CNode = UnsafeMutablePointer<cmark_node>

  /// What stands deeper is cut off, with an error: a reader could not follow it, and whatever walks the tree
  /// afterwards may be simple.
  static let deepest = 200

  let source: UnsafeBufferPointer<UInt8>
  let lines: SourceLines
  let options: MarkdownOptions
  var document: DocumentDraft
  var diagnostics: [Diagnostic] = []
  var inline = InlineSource()
  /// The nodes above the one being converted, outermost first.
  var open: [Int] = []
  /// The node of the block whose inlines are being converted.
  var inlineBlock: Int?
  var footnoteIndices: [CNode: UInt32] = [:]
  /// The row of the table being converted, and how many of its cells are.
  var row = TableRowSource()
  var column = 0
  var tableHeaderLine = 0
  var isCutOff = false
  var checks: ContentChecks
  var anchors = HeadingAnchors()
  private var typography = TypographySetter()

  init(_ file: SourceFile, _ source: UnsafeBufferPointer<UInt8>, from offset: Int, _ options: MarkdownOptions)
  {
    self.source = source
    self.options = options
    lines = SourceLines(source, from: offset)
    document = DocumentDraft(file: file)
    checks = ContentChecks(source, from: offset, options)
    document.nodes.reserveCapacity((source.count - offset) / 16 + 8)
    // The typographer writes most paragraphs anew.
    if options.hasTypography { document.bytes.reserveCapacity(source.count - offset) }
  }

  mutating func convert(_ root: CNode) {
    let kinds = CMarkExtensions.shared.kinds
    collectFootnotes(root, kinds)
    var node = root
    while true {
      if enter(node, kinds[node.pointee.type]), let child = node.pointee.first_child {
        node = child
        continue
      }
      leave(node, kinds[node.pointee.type])
      while node != root, node.pointee.next == nil, let parent = node.pointee.parent {
        node = parent
        leave(node, kinds[node.pointee.type])
      }
      guard node != root, let next = node.pointee.next else { break }
      node = next
    }
    if !options.isPlain { anchors.complete(&document, diagnostics: &diagnostics) }
    document.fit()
  }

  /// Adds a node; false if what is under it is to be left out.
  private mutating func enter(_ node: CNode, _ kind: CMarkKind) -> Bool {
    let index = document.nodes.count
    if inlineBlock != nil {
      appendInline(node, kind)
    } else {
      appendBlock(node, kind)
    }
    open.append(index)
    guard open.count > Self.deepest, !options.isPlain, node.pointee.first_child != nil else { return true }
    if !isCutOff { reportDepth(index) }
    isCutOff = true
    return false
  }

  private mutating func leave(_ node: CNode, _ kind: CMarkKind) {
    guard let index = open.popLast() else { return }
    if let block = inlineBlock {
      if index == block {
        inlineBlock = nil
        placeInlines(of: block)
        if !options.isPlain { finish(block) }
      } else {
        closeInline(node, kind, index)
      }
    }
    document.nodes[index].end = UInt32(truncatingIfNeeded: document.nodes.count)
  }

  /// What is only known of a block of text once all of it is there.
  private mutating func finish(_ block: Int) {
    if case .heading(let heading) = document.nodes[block].kind {
      anchors.readExplicit(&document, heading: Int(heading), diagnostics: &diagnostics)
      checks.checkHeadingText(document, heading: block, diagnostics: &diagnostics)
    }
    checks.check(&document, block: block, diagnostics: &diagnostics)
    typography.set(&document, block: block, options, diagnostics: &diagnostics)
  }

  /// From offsets into the text of the block to offsets into the file.
  private mutating func placeInlines(of block: Int) {
    for i in block + 1..<max(block + 1, document.nodes.count) {
      let range = document.nodes[i].range
      let start = inline.fileOffset(range.lowerBound)
      // A range that ends a line ends there, not where the next begins.
      let end = range.isEmpty ? start : inline.fileOffset(range.upperBound - 1) + 1
      document.nodes[i].range = min(start, lines.end)..<min(max(start, end), lines.end)
    }
  }

  private mutating func reportDepth(_ index: Int) {
    diagnostics.append(
      Diagnostic(
        MarkdownCode.tooDeep, at: document.location(of: index),
        "Imbrication de plus de \(Self.deepest) niveaux",
        help: "répartissez ce passage en plusieurs paragraphes ou listes simples"))
  }

  // MARK: Bytes

  mutating func append(_ chunk: cmark_chunk) -> Range<Int> {
    document.append(UnsafeBufferPointer(start: chunk.data, count: Int(chunk.len)))
  }

  /// The text of a leaf at a range of the block: nearly always the file holds it already, at that place.
  mutating func place(_ chunk: cmark_chunk, at range: Range<Int>) -> Range<Int> {
    let text = UnsafeBufferPointer(start: UnsafePointer(chunk.data), count: Int(chunk.len))
    let start = inline.fileOffset(range.lowerBound)
    let stands =
      range.count == text.count && document.file.bytes.withUnsafeBufferPointer { $0.holds(text, at: start) }
    return stands ? start..<start + text.count : document.append(text)
  }

  func string(_ chunk: cmark_chunk) -> String {
    guard let data = chunk.data else { return "" }
    return String(decoding: UnsafeBufferPointer(start: data, count: Int(chunk.len)), as: UTF8.self)
  }
}
