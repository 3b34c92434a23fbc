/// What is wrong with a template or with what it was given.
package enum ThemeError: Error, Hashable, Sendable {
    /// Not a mustache template, with the place.
    case syntax(template: String, line: Int, column: Int, reason: String)
    /// A template names a partial that is not there.
    case unknownPartial(String, template: String)
    /// A page asks for a template that is not there.
    case unknownTemplate(String)
    /// A template shows names no value was given for.
    case unknownNames([String], template: String)
    /// Mark-up under a name that is escaped, or text under a name that is not.
    case unsafeName(String, template: String)
}
