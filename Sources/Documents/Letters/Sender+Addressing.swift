package import Domain

extension Sender {
    package static let erased = "(đã xóa thông tin người gửi)"

    /// «Ông (Bà) Hoàng Thị Minh Họa, Giám đốc Hợp tác xã Miến dong Bản Mẫu».
    ///
    /// The form does not ask whether it is a man or a woman, so the letter does not say.
    ///
    /// Of one who was erased, papers within the office say so; letters are not written to them.
    package var addressed: String {
        guard !isUnknown else { return Sender.erased }
        guard !name.isEmpty else { return organisation }
        guard !organisation.isEmpty else { return "Ông (Bà) \(name)" }
        return "Ông (Bà) \(name), \(position.isEmpty ? "đại diện" : position) \(organisation)"
    }
}
