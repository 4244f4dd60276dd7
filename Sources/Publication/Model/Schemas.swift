import FrontMatter

extension Header {
  /// The front matter of a section, learnt from what reads it.
  public static var schema: Schema {
    Schema.record(title: "Section", description: "L’en-tête d’une section de la publication") { fields in
      var header = Header()
      header.decode(&fields, role: .section)
    }
  }
}

extension Settings {
  /// `publication.yaml`, learnt from what reads it.
  public static var schema: Schema {
    Schema.record(title: "Publication", description: "Le fichier content/publication.yaml") { fields in
      var settings = Settings()
      settings.decode(&fields)
    }
  }
}
