// The token of the check page, and the secrets that follow from it.
#include "rival.h"
#include <arpa/inet.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { TOKEN = 90, SIGNED = 58, LIFETIME = 2 * 3600 };

static const char symbols[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

void sha256(const void *bytes, size_t size, uint8_t digest[DIGEST]) { SHA256(bytes, size, digest); }

void hmac(const uint8_t *key, size_t key_size, const void *bytes, size_t size, uint8_t code[DIGEST]) {
    HMAC(EVP_sha256(), key, (int)key_size, bytes, size, code, NULL);
}

void random_bytes(uint8_t *bytes, size_t size) {
    if (RAND_bytes(bytes, (int)size) != 1) abort();
}

// The HMAC of a word, a zero byte and `bytes`.
static void mark(const uint8_t *key, const char *word, const void *bytes, size_t size, uint8_t code[DIGEST]) {
    uint8_t message[128];
    size_t start = strlen(word) + 1;
    memcpy(message, word, start);
    memcpy(message + start, bytes, size);
    hmac(key, DIGEST, message, start + size, code);
}

static void spell(const uint8_t *bytes, size_t count, char *text) {
    for (size_t place = 0; place < count; place++) text[place] = symbols[bytes[place] & 31];
    text[count] = 0;
}

// Base64 with the letters of addresses (RFC 4648 §5), without padding.
static bool decode(const char *text, uint8_t bytes[TOKEN]) {
    char plain[TOKEN / 3 * 4 + 1];
    if (strlen(text) != sizeof plain - 1) return false;
    for (size_t place = 0; place < sizeof plain; place++)
        plain[place] = text[place] == '-' ? '+' : text[place] == '_' ? '/' : text[place];
    return EVP_DecodeBlock(bytes, (const uint8_t *)plain, sizeof plain - 1) == TOKEN;
}

bool verify(const struct form *form, const char *address, struct submission *submission) {
    uint8_t token[TOKEN], signature[DIGEST], bytes[DIGEST];
    if (!decode(form->token, token) || token[0] != 0x10) return false;
    mark(settings.token_key, "check-token", token, SIGNED, signature);
    if (CRYPTO_memcmp(signature, token + SIGNED, DIGEST) || memcmp(form->content, token + 26, DIGEST)) return false;
    int64_t issued = 0;
    for (int place = 18; place < 26; place++) issued = issued << 8 | token[place];
    submission->at = time(NULL) + settings.clock;
    if (submission->at < issued || submission->at > issued + LIFETIME) return false;

    submission->form = form;
    memcpy(submission->random, token + 2, RANDOM);
    random_bytes(bytes, REFERENCE);
    spell(bytes, REFERENCE, submission->reference);
    mark(settings.code_key, "receipt-code", submission->random, RANDOM, bytes);
    spell(bytes, CODE, submission->code);
    char pair[64];
    int size = snprintf(pair, sizeof pair, "%s%c%s", submission->reference, 0, submission->code);
    mark(settings.code_key, "code", pair, (size_t)size, submission->code_hash);
    struct in_addr four = {0};
    inet_pton(AF_INET, address, &four);
    mark(settings.sender_key, "address", &four, sizeof four, submission->sender);
    return true;
}
