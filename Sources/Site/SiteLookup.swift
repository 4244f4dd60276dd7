import Publication

extension Site {
  /// The page of an address from the root of the site.
  public func page(at path: String) -> Page? { places.value[path].map { pages[$0] } }

  /// A file that is not a page, by its path from the root of the site: made alone, not with all the others.
  public func file(at path: String) -> OutputFile? {
    if let asset = assets.files.first(where: { $0.path == path }) {
      return OutputFile(path: path, content: .bytes(asset.bytes))
    }
    if let medium = publication.media.first(where: { $0.path.dropFirst("content/".count) == path }) {
      return OutputFile(path: path, content: .copy(publication.root + "/" + medium.path))
    }
    return files().first { $0.path == path }
  }
}
