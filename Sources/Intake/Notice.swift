/// Why the check page is shown again instead of a receipt.
enum Notice {
    static let noToken = "Sở chưa nhận phiếu này. Ông, bà xem lại các mục dưới đây rồi bấm “Gửi phiếu”."
    static let changed =
        "Nội dung phiếu khác với lần kiểm tra trước. Ông, bà xem lại các mục dưới đây rồi bấm “Gửi phiếu”."
    static let expired =
        "Trang kiểm tra mở đã quá lâu nên Sở chưa nhận phiếu. Nội dung vẫn còn nguyên, ông, bà bấm “Gửi phiếu” lần nữa."
    static let tooLateToMend =
        "Đã hết giờ nhận phiếu nên không sửa được nữa. Ông, bà vẫn gửi được phiếu như dưới đây."
}
