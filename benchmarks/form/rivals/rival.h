// What the parts of the C rival share: the final post of the feedback form, and what comes of it.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FIELDS = 7, DIGEST = 32, RANDOM = 16, REFERENCE = 8, CODE = 10, LARGEST = 64 * 1024, JSON = 2 * LARGEST };

// What a program knows before the first request.
extern struct settings {
    const char *page;   // the receipt, with @NAME@ where values go
    const char *digest; // of the form's definition, 64 hexadecimal digits
    long clock;         // seconds to add to the machine's time
    int largest;        // submissions of one commit
    uint8_t token_key[DIGEST], code_key[DIGEST], sender_key[DIGEST];
} settings;

// A post, read: cleaned texts in the order of the form.
struct form {
    char *field[FIELDS];
    char *token;
    char json[JSON]; // answers as they are stored, names sorted
    size_t json_size;
    uint8_t content[DIGEST]; // what the token has to be bound to
};

struct submission {
    const struct form *form;
    int64_t at;
    uint8_t random[RANDOM]; // names the submission
    uint8_t sender[DIGEST], code_hash[DIGEST];
    char reference[REFERENCE + 1], code[CODE + 1];
};

extern const char *const SUBJECT, *const MATTER;

// form.c: reads and checks `body`, in place; false when it cannot be stored as it is.
bool read_form(char *body, struct form *form);
const char *answer(const struct form *form, const char *name);

// token.c
void sha256(const void *bytes, size_t size, uint8_t digest[DIGEST]);
void hmac(const uint8_t *key, size_t key_size, const void *bytes, size_t size, uint8_t code[DIGEST]);
void random_bytes(uint8_t *bytes, size_t size);
// Verifies the token of `form` and fills in what follows from it; false when it may not be sent (any more).
bool verify(const struct form *form, const char *address, struct submission *submission);

// store.c
void open_register(const char *path);
// Returns when the submission is on the disk, or was before: then with the reference it got then.
bool store(struct submission *submission);
