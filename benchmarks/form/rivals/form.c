// The feedback form: percent-decoding, cleaning and the rules of its seven fields.
#include "rival.h"
#include <ctype.h>
#include <stdio.h>
#include <string.h>

const char *const SUBJECT = "linh-vuc", *const MATTER = "noi-dung";

enum kind { CHOICE, NAME, TELEPHONE, EMAIL, LINES, TEXT };

static const struct field {
    const char *name;
    enum kind kind;
    bool required;
    size_t max; // characters
    const char *options[6];
} fields[FIELDS] = {
    {"khieu-nai", CHOICE, true, 100, {"khong"}}, // «co» leads to the exit page
    {"ho-ten", NAME, true, 100, {0}},
    {"dien-thoai", TELEPHONE, false, 30, {0}},
    {"thu", EMAIL, false, 254, {0}},
    {"dia-chi", LINES, false, 300, {0}},
    {"linh-vuc", CHOICE, true, 100, {"khcn", "atbx", "shtt", "tdc", "chua-ro"}},
    {"noi-dung", TEXT, true, 4000, {0}},
};
static const int sorted[FIELDS] = {4, 2, 1, 0, 5, 6, 3};

static int hexadecimal(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    digit |= 0x20;
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

static bool decode(char *text) {
    char *to = text;
    for (const char *from = text; *from; from++) {
        if (*from == '%') {
            int high = hexadecimal(from[1]), low = high < 0 ? -1 : hexadecimal(from[2]);
            if (low < 0 || high + low == 0) return false;
            *to++ = (char)(high << 4 | low);
            from += 2;
        } else {
            *to++ = *from == '+' ? ' ' : *from;
        }
    }
    *to = 0;
    return true;
}

// Bytes of the character at `at`: 0 when it is no UTF-8, or one that would have to be composed or is never shown.
static size_t character(const uint8_t *at) {
    uint32_t code = at[0];
    size_t size = code < 0x80 ? 1 : code < 0xC2 ? 0 : code < 0xE0 ? 2 : code < 0xF0 ? 3 : code < 0xF5 ? 4 : 0;
    if (size > 1) code &= 0x7F >> size;
    for (size_t next = 1; next < size; next++) {
        if ((at[next] & 0xC0) != 0x80) return 0;
        code = code << 6 | (at[next] & 0x3F);
    }
    if (size == 3 && (code < 0x800 || (code >= 0xD800 && code < 0xE000))) return 0;
    if (size == 4 && (code < 0x10000 || code > 0x10FFFF)) return 0;
    bool combines = code >= 0x300 && code < 0x370;
    bool hides = code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x200B && code < 0x2010) ||
                 (code >= 0x2028 && code < 0x202F) || (code >= 0x2060 && code < 0x2070) || code >= 0xFFF9;
    return combines || hides ? 0 : size;
}

// Line ends as LF where `several` lines are kept; no space at the ends of lines, no empty line but one between others.
// Gives the number of characters, or -1.
static long clean(char *text, bool several) {
    char *to = text, *line = text;
    long count = 0;
    for (const char *from = text; *from;) {
        bool ends = *from == '\n' || *from == '\r';
        if (ends && several) {
            from += from[0] == '\r' && from[1] == '\n' ? 2 : 1;
            while (to > line && to[-1] == ' ') to--, count--;
            if (to == text || (to == line && to - text >= 2 && to[-2] == '\n')) continue;
            *to++ = '\n', count++, line = to;
        } else if (ends || *from == ' ' || *from == '\t' || !memcmp(from, "\xC2\xA0", 2)) {
            from += (uint8_t)*from == 0xC2 ? 2 : 1;
            if (to == line || (!several && to[-1] == ' ')) continue;
            *to++ = ' ', count++;
        } else {
            size_t size = character((const uint8_t *)from);
            if (size == 0) return -1;
            memmove(to, from, size);
            if (!memcmp(to, "\xC3\x90", 2)) memcpy(to, "\xC4\x90", 2); // Đ, not Ð
            if (!memcmp(to, "\xC3\xB0", 2)) memcpy(to, "\xC4\x91", 2);
            to += size, from += size, count++;
        }
    }
    while (to > text && (to[-1] == ' ' || to[-1] == '\n')) to--, count--;
    *to = 0;
    return count;
}

static bool is_name(const char *text) {
    size_t letters = 0;
    for (; *text; text++) {
        if (isalpha((uint8_t)*text) || (*text & 0x80)) letters++;
        else if (!strchr(" .'-,()", *text)) return false;
    }
    return letters >= 2;
}

// A Vietnamese number with its leading zero: ten digits, eleven of a landline.
static bool is_telephone(const char *text) {
    char digits[32];
    size_t count = 0;
    for (; *text && count < 31; text++) {
        if (isdigit((uint8_t)*text)) digits[count++] = *text;
        else if (!strchr(" .-()/", *text)) return false;
    }
    digits[count] = 0;
    return digits[0] == '0' && count == (digits[1] == '2' ? 11 : 10) && strchr("235789", digits[1]);
}

static bool is_email(const char *text) {
    const char *at = strchr(text, '@');
    if (!at || at == text || strchr(at + 1, '@') || !strchr(at + 1, '.')) return false;
    for (; *text; text++)
        if (!isalnum((uint8_t)*text) && !strchr(text < at ? ".!#$%&'*+/=?^_`{|}~-" : ".-@", *text)) return false;
    return true;
}

static bool is_option(const struct field *field, const char *text) {
    for (size_t place = 0; field->options[place]; place++)
        if (!strcmp(field->options[place], text)) return true;
    return false;
}

static bool is_good(const struct field *field, const char *text) {
    if (!*text) return !field->required;
    switch (field->kind) {
    case CHOICE: return is_option(field, text);
    case NAME: return is_name(text);
    case TELEPHONE: return is_telephone(text);
    case EMAIL: return is_email(text);
    default: return true;
    }
}

static char *quoted(char *to, const char *text) {
    *to++ = '"';
    for (; *text; text++) {
        if (*text == '"' || *text == '\\' || *text == '\n') *to++ = '\\';
        *to++ = *text == '\n' ? 'n' : *text;
    }
    *to++ = '"';
    return to;
}

static void digest_answers(struct form *form) {
    char *to = form->json;
    *to++ = '{';
    for (int place = 0; place < FIELDS; place++) {
        const char *text = form->field[sorted[place]];
        if (!*text) continue;
        if (to[-1] != '{') *to++ = ',';
        to = quoted(to, fields[sorted[place]].name);
        *to++ = ':';
        to = quoted(to, text);
    }
    *to++ = '}';
    form->json_size = (size_t)(to - form->json);
    static _Thread_local char bound[JSON + 128];
    size_t size = (size_t)snprintf(bound, 128, "%s\n", settings.digest);
    memcpy(bound + size, form->json, form->json_size);
    sha256(bound, size + form->json_size, form->content);
}

static char **place_of(struct form *form, const char *name) {
    if (!strcmp(name, "ma-mot-lan")) return &form->token;
    for (int place = 0; place < FIELDS; place++)
        if (!strcmp(fields[place].name, name)) return &form->field[place];
    return NULL;
}

bool read_form(char *body, struct form *form) {
    for (int place = 0; place < FIELDS; place++) form->field[place] = NULL;
    form->token = NULL;
    for (char *rest = body, *name; (name = strsep(&rest, "&"));) {
        char *value = strchr(name, '=');
        if (!value) return false;
        *value++ = 0;
        if (!decode(name) || !decode(value)) return false;
        char **place = place_of(form, name);
        if (!place || *place) return false;
        *place = value;
    }
    for (int place = 0; place < FIELDS; place++) {
        if (!form->field[place]) form->field[place] = "";
        char *text = form->field[place];
        long count = *text ? clean(text, fields[place].kind >= LINES) : 0;
        if (count < 0 || (size_t)count > fields[place].max || !is_good(&fields[place], text)) return false;
    }
    if (!form->token || (!*answer(form, "dien-thoai") && !*answer(form, "thu"))) return false;
    digest_answers(form);
    return true;
}

const char *answer(const struct form *form, const char *name) {
    for (int place = 0; place < FIELDS; place++)
        if (!strcmp(fields[place].name, name)) return form->field[place];
    return "";
}
