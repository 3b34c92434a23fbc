// Preloaded into a program (LD_PRELOAD), lets a test decide which of its file operations fails, and how; also moves its
// clock. Only files whose path begins with FAULT_FILES count. The test and this library share the file FAULT_CONTROL.
//
// SQLite of Debian is a shared library that calls open64, pwrite64, ftruncate64, fsync and fdatasync of the C library,
// so what is put before those is seen by the register.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { WRITE = 1, SYNC = 2, RENAME = 4, TRUNCATE = 8, OPEN = 16 };

// What happens to the chosen operation, when it is no errno.
enum { TORN = -1, KILLED_BEFORE = -2, KILLED_AFTER = -3 };

// Tests/EndToEnd/faults.py writes and reads the same fields in the same order.
struct control {
    _Atomic int64_t clock;      // nanoseconds added to the time of day
    _Atomic int32_t kinds;      // sum of the operations that count; 0: none
    _Atomic int32_t countdown;  // 1: the next one is chosen
    _Atomic int32_t lasting;    // 1: every later one is chosen too
    _Atomic int32_t manner;     // an errno, or one of the above
    _Atomic int32_t seen;       // how many counted
    _Atomic int32_t struck;     // how many were chosen
    _Atomic int32_t itself;     // how many of these changed the file called FAULT_FILES itself
};

static struct control *control;
static const char *files;

enum { UNWATCHED, BESIDE, ITSELF };
static _Atomic unsigned char watched[1 << 16];

#define REAL(name) ((typeof(&name))real(#name))

static void *real(const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    if (!found) abort();
    return found;
}

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("FAULT_CONTROL");
    files = getenv("FAULT_FILES");
    if (!path || !files) return;
    int descriptor = REAL(open)(path, O_RDWR | O_CLOEXEC);
    if (descriptor < 0) abort();
    void *shared = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (shared == MAP_FAILED) abort();
    REAL(close)(descriptor);
    control = shared;
}

static int is_watched(const char *path) {
    if (!control || !files || strncmp(path, files, strlen(files)) != 0) return UNWATCHED;
    return path[strlen(files)] ? BESIDE : ITSELF;
}

static int is_open(int descriptor) {
    return control && descriptor >= 0 && descriptor < (1 << 16) ? watched[descriptor] : UNWATCHED;
}

// 0: the operation goes on as if nothing were.
static int strike(int kind, int file) {
    if (file == UNWATCHED || !(control->kinds & kind)) return 0;
    control->seen++;
    int left = control->countdown--;
    if (left > 1 || (left < 1 && !control->lasting)) return 0;
    control->struck++;
    if (file == ITSELF && kind != OPEN) control->itself++;
    if (control->manner == KILLED_BEFORE) kill(getpid(), SIGKILL);
    return control->manner;
}

static void finish(int manner) {
    if (manner == KILLED_AFTER) kill(getpid(), SIGKILL);
}

static int fail(int manner) {
    errno = manner > 0 ? manner : EIO;
    return -1;
}

static int watch(int descriptor, const char *path) {
    if (descriptor >= 0 && descriptor < (1 << 16)) watched[descriptor] = is_watched(path);
    return descriptor;
}

#define OPENING(name)                                                              \
    int name(const char *path, int flags, ...) {                                   \
        mode_t mode = 0;                                                           \
        if (flags & (O_CREAT | O_TMPFILE)) {                                       \
            va_list rest;                                                          \
            va_start(rest, flags);                                                 \
            mode = va_arg(rest, mode_t);                                           \
            va_end(rest);                                                          \
        }                                                                          \
        int manner = strike(OPEN, is_watched(path));                                \
        if (manner > 0 || manner == TORN) return fail(manner);                     \
        int descriptor = watch(REAL(name)(path, flags, mode), path);               \
        finish(manner);                                                            \
        return descriptor;                                                         \
    }
OPENING(open)
OPENING(open64)

int close(int descriptor) {
    if (descriptor >= 0 && descriptor < (1 << 16)) watched[descriptor] = 0;
    return REAL(close)(descriptor);
}

// A torn write leaves half of its bytes in the file, as a disk that fills up or a cable that is pulled may.
#define WRITING(name, parameters, arguments, half)                                 \
    ssize_t name parameters {                                                      \
        int manner = strike(WRITE, is_open(descriptor));                           \
        if (manner == TORN && REAL(name) half < 0) return -1;                      \
        if (manner > 0 || manner == TORN) return fail(manner);                     \
        ssize_t written = REAL(name) arguments;                                    \
        finish(manner);                                                            \
        return written;                                                            \
    }
WRITING(write, (int descriptor, const void *bytes, size_t count), (descriptor, bytes, count),
        (descriptor, bytes, count / 2))
WRITING(pwrite, (int descriptor, const void *bytes, size_t count, off_t place), (descriptor, bytes, count, place),
        (descriptor, bytes, count / 2, place))
WRITING(pwrite64, (int descriptor, const void *bytes, size_t count, off64_t place), (descriptor, bytes, count, place),
        (descriptor, bytes, count / 2, place))

#define WHOLE(name, kind, parameters, arguments, file)                             \
    int name parameters {                                                          \
        int manner = strike(kind, file);                                           \
        if (manner > 0 || manner == TORN) return fail(manner);                     \
        int result = REAL(name) arguments;                                         \
        finish(manner);                                                            \
        return result;                                                             \
    }
WHOLE(fsync, SYNC, (int descriptor), (descriptor), is_open(descriptor))
WHOLE(fdatasync, SYNC, (int descriptor), (descriptor), is_open(descriptor))
WHOLE(ftruncate, TRUNCATE, (int descriptor, off_t length), (descriptor, length), is_open(descriptor))
WHOLE(ftruncate64, TRUNCATE, (int descriptor, off64_t length), (descriptor, length), is_open(descriptor))
WHOLE(rename, RENAME, (const char *from, const char *to), (from, to), is_watched(to))

int clock_gettime(clockid_t which, struct timespec *time) {
    int result = REAL(clock_gettime)(which, time);
    if (result == 0 && which == CLOCK_REALTIME && control && control->clock) {
        int64_t moved = time->tv_sec * INT64_C(1000000000) + time->tv_nsec + control->clock;
        time->tv_sec = moved / INT64_C(1000000000);
        time->tv_nsec = moved % INT64_C(1000000000);
    }
    return result;
}
