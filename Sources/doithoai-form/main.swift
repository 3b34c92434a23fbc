print("doithoai-form")
