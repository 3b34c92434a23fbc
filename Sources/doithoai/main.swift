print("doithoai")
