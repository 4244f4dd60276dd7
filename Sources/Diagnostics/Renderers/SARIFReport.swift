extension DiagnosticReport {
  /// SARIF 2.1.0 (OASIS Standard, 27 March 2020), within GitHub's limits: at most 5,000 results, the worst first.
  ///
  /// - Parameter version: of `bilan`.
  public func sarif(version: String) -> [UInt8] {
    let results = worstFirst.prefix(Self.resultLimit)
    var rules: [String: Int] = [:]
    var ruleLevels: [(code: String, severity: Severity)] = []
    for diagnostic in results where rules[diagnostic.code] == nil {
      rules[diagnostic.code] = ruleLevels.count
      ruleLevels.append((diagnostic.code, diagnostic.severity))
    }
    var json = JSONWriter()
    json.object {
      $0.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      $0.member("version", "2.1.0")
      $0.member("runs") {
        $0.array {
          $0.object {
            writeTool(version, ruleLevels, to: &$0)
            $0.member("columnKind", "unicodeCodePoints")
            $0.member("language", "fr")
            writeInvocation(dropped: diagnostics.count - results.count, to: &$0)
            $0.member("results") {
              $0.array {
                for (diagnostic, fingerprint) in zip(results, fingerprints(of: Array(results))) {
                  write(diagnostic, rule: rules[diagnostic.code] ?? 0, fingerprint, to: &$0)
                }
              }
            }
          }
        }
      }
    }
    return json.bytes + [.lineFeed]
  }

  private static let resultLimit = 5000

  private func writeTool(
    _ version: String, _ rules: [(code: String, severity: Severity)], to json: inout JSONWriter
  ) {
    json.member("tool") {
      $0.object {
        $0.member("driver") {
          $0.object {
            $0.member("name", "bilan")
            $0.member("version", version)
            $0.member("rules") {
              $0.array {
                for rule in rules {
                  $0.object {
                    $0.member("id", rule.code)
                    $0.member("shortDescription") { writeMessage(rule.code, to: &$0) }
                    $0.member("help") { writeMessage("bilan explain \(rule.code)", to: &$0) }
                    $0.member("defaultConfiguration") {
                      $0.object { $0.member("level", rule.severity.rawValue) }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private func writeInvocation(dropped: Int, to json: inout JSONWriter) {
    json.member("invocations") {
      $0.array {
        $0.object {
          $0.member("executionSuccessful", true)
          guard dropped > 0 else { return }
          $0.member("toolExecutionNotifications") {
            $0.array {
              $0.object {
                $0.member("level", "note")
                $0.member("message") {
                  writeMessage("\(counted(dropped, "autre")) ne sont pas repris ici", to: &$0)
                }
              }
            }
          }
        }
      }
    }
  }

  private func write(_ diagnostic: Diagnostic, rule: Int, _ fingerprint: String, to json: inout JSONWriter) {
    let help = diagnostic.help.map { " Aide : \($0)" } ?? ""
    json.object {
      $0.member("ruleId", diagnostic.code)
      $0.member("ruleIndex", rule)
      $0.member("level", diagnostic.severity.rawValue)
      $0.member("message") { writeMessage(diagnostic.message + "." + help, to: &$0) }
      $0.member("locations") { $0.array { write(diagnostic.location, nil, to: &$0) } }
      let notes = diagnostic.notes.filter { $0.location != nil }.prefix(100)
      if !notes.isEmpty {
        $0.member("relatedLocations") {
          $0.array {
            for note in notes { if let location = note.location { write(location, note.message, to: &$0) } }
          }
        }
      }
      $0.member("partialFingerprints") { $0.object { $0.member("bilan/v1", fingerprint) } }
    }
  }

  private func write(_ location: SourceLocation, _ message: String?, to json: inout JSONWriter) {
    let (start, end) = span(of: location)
    json.object {
      $0.member("physicalLocation") {
        $0.object {
          $0.member("artifactLocation") {
            $0.object {
              $0.member("uri", percentEncoded(path(of: location)))
              $0.member("uriBaseId", "%SRCROOT%")
            }
          }
          $0.member("region") {
            $0.object {
              $0.member("startLine", start.line)
              $0.member("startColumn", start.column)
              $0.member("endLine", end.line)
              $0.member("endColumn", end.column)
            }
          }
        }
      }
      if let message { $0.member("message") { writeMessage(message, to: &$0) } }
    }
  }

  private func writeMessage(_ text: String, to json: inout JSONWriter) {
    json.object { $0.member("text", text) }
  }

  /// A relative reference of RFC 3986: what a path may not hold becomes `%XX`.
  private func percentEncoded(_ path: String) -> String {
    path.utf8.reduce(into: "") { uri, byte in
      let isUnreserved = byte.isASCIILetter || byte.isASCIIDigit || "-._~/".utf8.contains(byte)
      uri +=
        isUnreserved
        ? String(Unicode.Scalar(byte)) : (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }
  }
}
