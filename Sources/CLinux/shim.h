// What Swift's own module of the C library leaves out.

#include <malloc.h>

// Declared in <unistd.h> for _GNU_SOURCE only, which that module is built without.

/// Writes everything of the file system that `fd` is on to the disk (syncfs(2)).
int syncfs(int fd);
