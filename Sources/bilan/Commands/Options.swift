import Publication

extension Command.Option {
  static let source = Self(
    name: "--source", value: "DIR",
    help: "le dossier de la publication, qui contient content/ (sinon le dossier courant)")
  static let format = Self(
    name: "--format", value: "FORMAT", help: "la forme du rapport (sinon text)",
    choices: ["text", "json", "sarif", "github", "gitlab", "junit", "markdown"])
  static let output = Self(
    name: "--output", value: "DIR", help: "où écrire le site (sinon output/ dans la publication)")
  static let baseURL = Self(
    name: "--base-url", value: "URL",
    help: "l’adresse publique du site, à la place de celle de publication.yaml")
  static let strict = Self(name: "--strict", help: "les avertissements comptent comme des erreurs")
  static let drafts = Self(name: "--drafts", help: "publie aussi les brouillons")
  static let jobs = Self(name: "--jobs", value: "N", help: "le nombre de tâches menées de front")
  static let quiet = Self(name: "--quiet", help: "ne dit rien quand tout va bien")
}
