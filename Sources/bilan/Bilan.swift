@main
struct Bilan {
  static func main() {
    print("bilan 0.1.0")
  }
}
