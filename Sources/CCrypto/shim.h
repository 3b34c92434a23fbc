// The calls that digest without looking the algorithm up by name are called deprecated from 3.0 on.
#define OPENSSL_API_COMPAT 10101
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
