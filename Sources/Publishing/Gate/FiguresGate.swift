import Domain

/// Figures that do not add up are not published: the public page promises that nothing is lost.
enum FiguresGate {
    /// One error for each series out of balance.
    static func check(_ figures: Figures) -> [Diagnostic] {
        figures.series.filter { !$0.isBalanced }.map { series in
            let outcomes = series.mattersByOutcome.values.reduce(0, +)
            return Diagnostic(
                .error, rule: "figures-out-of-balance", at: SourcePosition(file: "register.sqlite"),
                problem: "Số liệu của sổ \(series.series) không cân: \(series.matters) nội dung, "
                    + "\(outcomes) đã có kết quả, \(series.open) đang xử lý, "
                    + "\(series.registrations) phiếu, \(series.mattersBySubject.values.reduce(0, +)) theo lĩnh vực, "
                    + "\(series.mattersByDivision.values.reduce(0, +)) theo phòng.",
                remedy: "Chạy doithoai register verify để tìm chỗ sai trong sổ.")
        }
    }
}
