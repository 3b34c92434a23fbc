package import Domain

extension Sender {
    /// «Ông (Bà) Hoàng Thị Minh Họa, Giám đốc Hợp tác xã Miến dong Bản Mẫu».
    ///
    /// The form does not ask whether it is a man or a woman, so the letter does not say.
    package var addressed: String {
        guard !name.isEmpty else { return organisation }
        guard !organisation.isEmpty else { return "Ông (Bà) \(name)" }
        return "Ông (Bà) \(name), \(position.isEmpty ? "đại diện" : position) \(organisation)"
    }
}
