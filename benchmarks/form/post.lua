-- Sends the bodies of a file, a line each, every one once.
local bodies

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.headers["Host"] = "bench.localhost"
wrk.headers["Origin"] = "http://bench.localhost"
wrk.headers["Sec-Fetch-Site"] = "same-origin"

function init(arguments)
    bodies = assert(io.open(arguments[1], "rb"))
end

function request()
    local body = bodies:read("*l")
    if not body then
        -- Sends no more; what is still under way gets no answer. wrk itself would wait for its time to be over.
        wrk.thread:stop()
        io.write("OUT\n")
        io.flush()
    end
    return wrk.format(nil, nil, nil, body or "")
end

function done(summary, latency)
    local errors = summary.errors
    local broken = errors.connect + errors.read + errors.write + errors.timeout
    io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration, errors.status, broken,
        latency:percentile(50), latency:percentile(99)))
end
