import Yams

/// Opens YAML text as one mapping, with syntax faults in words an editor can act on.
enum YAMLDocument {
    /// Nothing when the text is no mapping; that is reported.
    ///
    /// - Parameter text: YAML whose lines are those of `source`.
    static func open(_ text: String, of source: SourceFile) -> MappingReader? {
        if let place = YAMLAnchor.first(in: text) {
            source.report(
                .yamlAnchor, line: place.line, column: source.column(ofScalar: place.column, line: place.line))
            return nil
        }
        do {
            // Keys are compared as they are written, not as the numbers or dates they might be; and the encoding is
            // said, because Yams would look for it in the environment every time.
            guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8), let mapping = node.mapping else {
                source.report(.notAMapping, line: 1, column: 1)
                return nil
            }
            source.data = node
            source.hasComments = text.utf8.contains(UInt8(ascii: "#"))
            return MappingReader(mapping, mark: node.mark, source: source)
        } catch let error as YamlError {
            report(error, in: source)
        } catch {
            source.report(.yamlSyntax("\(error)"))
        }
        return nil
    }

    private static func report(_ error: YamlError, in source: SourceFile) {
        switch error {
        case .scanner(let context, let problem, let end, _), .parser(let context, let problem, let end, _),
            .composer(let context, let problem, let end, _):
            // For a quotation or key that never ends, the parser points at the end; the cause is where it began.
            let isOpen = context.map { $0.text.contains("quoted scalar") || $0.text.contains("simple key") } ?? false
            let inBracket = context.map { $0.text.contains("flow") && problem.contains("expected") } ?? false
            let mark = isOpen || inBracket ? context?.mark ?? end : end
            // The end of the text may count as one more line.
            let line = min(mark.line, source.lines.count)
            let column = line < mark.line ? 0 : source.column(ofScalar: mark.column, line: line)
            let sign =
                source.lines.indices.contains(line - 1)
                ? source.lines[line - 1].dropFirst(max(0, column - 1)).first : nil
            source.report(inBracket ? .openBracket : .yamlSyntax(problem, at: sign), line: line, column: column)
        case .duplicatedKeysInMapping(let keys, let context):
            for key in keys {
                let line = secondLine(of: key, from: context.mark.line, in: source)
                source.report(.duplicateKey(key), line: line, column: source.indent(ofLine: line) + 1)
            }
        default:
            source.report(.yamlSyntax("\(error)"))
        }
    }

    /// Yams names the mapping only; the editor wants the line that repeats the key.
    private static func secondLine(of key: String, from line: Int, in source: SourceFile) -> Int {
        let starts = source.lines.indices.dropFirst(line - 1).filter { index in
            let text = source.lines[index].drop { $0 == " " || $0 == "-" }
            return text.hasPrefix("\(key):")
        }
        return (starts.dropFirst().first ?? line - 1) + 1
    }
}

extension SourceFile {
    fileprivate func indent(ofLine line: Int) -> Int {
        lines.indices.contains(line - 1) ? lines[line - 1].prefix { $0 == " " }.count : 0
    }
}
