/// Who sent a registration (người gửi), as papers address them: what the form asks of the person, by role.
package struct Sender: Hashable, Sendable {
    package var name: String
    /// In the organisation; empty for none.
    package var position: String
    /// Empty for a person who writes for themselves.
    package var organisation: String
    /// On one line; empty when the form did not ask, or it was erased.
    package var address: String

    package init(name: String, position: String = "", organisation: String = "", address: String = "") {
        self.name = name
        self.position = position
        self.organisation = organisation
        self.address = address
    }

    package init(_ answers: FormAnswers, form: FormDefinition) {
        name = answers.value(of: .name, in: form)
        position = answers.value(of: .position, in: form)
        organisation = answers.value(of: .organisation, in: form)
        address = answers.value(of: .address, in: form).split(whereSeparator: \.isNewline).joined(separator: ", ")
    }

    /// Nobody is left to be addressed: erased, or sealed.
    package var isUnknown: Bool { name.isEmpty && organisation.isEmpty }

    /// Whether a list to look people up in has this one first: by given name, then by the whole name; after all people,
    /// organisations that named nobody.
    package func isListed(before other: Sender) -> Bool {
        if name.isEmpty != other.name.isEmpty { return other.name.isEmpty }
        return listed.lexicographicallyPrecedes(other.listed)
    }

    private var listed: [VietnameseOrder] {
        [name.split(separator: " ").last.map(String.init) ?? "", name, organisation].map(VietnameseOrder.init)
    }
}
