-- Sends forms to the check page and writes down the token of each answer beside the form's serial number.
dofile(os.getenv("POST_LUA"))

local tokens = assert(io.open(os.getenv("TOKENS"), "ab"))

function response(status, headers, body)
    local token = body:match('name="ma%-mot%-lan" value="([%w_-]+)"')
    local serial = body:match("Phiếu thứ (%d+)")
    if token and serial then tokens:write(serial, " ", token, "\n") end
end
