// The register: the same rows as the form service stores, committed together or one by one.
#include "rival.h"
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SENDER_KEPT = 7 * 86400, SALT = 16 };

static sqlite3 *database;
enum { BEGIN, COMMIT, ROLLBACK, MARK, UNMARK, FORGET, FIND, KNOWN, NEXT, EQUAL, INSERT, PART, LAST, EVENT, COUNT };
static sqlite3_stmt *statements[COUNT];
static const char *const sql[COUNT] = {
    [BEGIN] = "BEGIN IMMEDIATE",
    [COMMIT] = "COMMIT",
    [ROLLBACK] = "ROLLBACK",
    [MARK] = "SAVEPOINT one",
    [UNMARK] = "RELEASE one",
    [FORGET] = "UPDATE registration SET sender_hash = NULL, sender_expires = NULL WHERE sender_expires <= ?",
    [FIND] = "SELECT reference FROM registration WHERE token_digest = ?",
    [KNOWN] = "SELECT 1 FROM form WHERE digest = ?",
    [NEXT] = "SELECT COALESCE(MAX(number), 0) + 1 FROM registration WHERE series = ?",
    [EQUAL] = "SELECT id FROM registration WHERE series = ? AND content_digest = ? ORDER BY id LIMIT 1",
    [INSERT] = "INSERT INTO registration (series, number, entered_at, reference, token_digest, code_hash, channel, form, "
               "answers, content_digest, duplicate_of, received_at, is_late, sender_hash, sender_expires, salt) "
               "VALUES (?, ?, ?, ?, ?, ?, 'portal', ?, ?, ?, ?, ?, 0, ?, ?, ?)",
    [PART] = "INSERT INTO matter (registration, position, field, text, subject) VALUES (?, 1, ?, ?, ?)",
    [LAST] = "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1",
    [EVENT] = "INSERT INTO event (seq, at, actor, verb, object, record_kind, record, commitment, previous, hash) "
              "VALUES (?, ?, 'portal', 'stored', ?, 'registration', ?, ?, ?, ?)",
};

static void demand(bool holds) {
    if (holds) return;
    fprintf(stderr, "register: %s\n", sqlite3_errmsg(database));
    exit(1);
}

void open_register(const char *path) {
    demand(sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK);
    sqlite3_busy_timeout(database, 10000);
    demand(sqlite3_exec(database,
                        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                        "PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA wal_autocheckpoint = " CHECKPOINT,
                        NULL, NULL, NULL) == SQLITE_OK);
    for (int place = 0; place < COUNT; place++)
        demand(sqlite3_prepare_v3(database, sql[place], -1, SQLITE_PREPARE_PERSISTENT, &statements[place], NULL) == SQLITE_OK);
}

// Values are numbered in the order they are bound.
struct binding { sqlite3_stmt *statement; int place; };
static struct binding begin(int which) { return (struct binding){statements[which], 0}; }
static void number(struct binding *to, int64_t value) { sqlite3_bind_int64(to->statement, ++to->place, value); }
static void text(struct binding *to, const char *value, size_t size) {
    sqlite3_bind_text(to->statement, ++to->place, value, (int)size, SQLITE_STATIC);
}
static void word(struct binding *to, const char *value) { text(to, value, strlen(value)); }
static void blob(struct binding *to, const uint8_t *value, size_t size) {
    sqlite3_bind_blob(to->statement, ++to->place, value, (int)size, SQLITE_STATIC);
}

static bool done(struct binding *what) {
    int code = sqlite3_step(what->statement);
    sqlite3_reset(what->statement);
    return code == SQLITE_DONE || code == SQLITE_ROW;
}

static bool run(int which) { struct binding plain = begin(which); return done(&plain); }

// The first column of the first row; 0 when there is none.
static int64_t asked(struct binding *what) {
    int64_t value = sqlite3_step(what->statement) == SQLITE_ROW ? sqlite3_column_int64(what->statement, 0) : 0;
    sqlite3_reset(what->statement);
    return value;
}

// Fields in one line of bytes, each as its length, a colon, its bytes: what the event log commits to.
struct line { size_t size; uint8_t bytes[JSON + 1024]; };
static void add(struct line *line, const void *bytes, size_t size) {
    line->size += (size_t)sprintf((char *)line->bytes + line->size, "%zu:", size);
    memcpy(line->bytes + line->size, bytes, size);
    line->size += size;
}
static void add_word(struct line *line, const char *text) { add(line, text, strlen(text)); }
static void add_number(struct line *line, int64_t value) {
    char digits[24];
    add(line, digits, (size_t)sprintf(digits, "%lld", (long long)value));
}
static void add_nothing(struct line *line) { line->bytes[line->size++] = '-'; }

static bool append_event(const struct submission *it, const char *object, int64_t id, const uint8_t *commitment) {
    static struct line line; // only the committing thread is here
    uint8_t previous[DIGEST] = {0}, hash[DIGEST];
    int64_t seq = 1;
    if (sqlite3_step(statements[LAST]) == SQLITE_ROW) {
        seq = sqlite3_column_int64(statements[LAST], 0) + 1;
        memcpy(previous, sqlite3_column_blob(statements[LAST], 1), DIGEST);
    }
    sqlite3_reset(statements[LAST]);
    line.size = 0;
    add_number(&line, seq);
    add_number(&line, it->at);
    add_word(&line, "portal"), add_word(&line, "stored"), add_word(&line, object), add_word(&line, "registration");
    add_number(&line, id);
    add(&line, commitment, DIGEST);
    add(&line, previous, DIGEST);
    sha256(line.bytes, line.size, hash);
    struct binding event = begin(EVENT);
    number(&event, seq), number(&event, it->at), word(&event, object), number(&event, id);
    blob(&event, commitment, DIGEST), blob(&event, previous, DIGEST), blob(&event, hash, DIGEST);
    return done(&event);
}

static void commit_to(const struct submission *it, const char *series, int64_t own, const uint8_t *token,
                      const uint8_t *content, const uint8_t *salt, uint8_t commitment[DIGEST]) {
    static struct line line;
    line.size = 0;
    add_word(&line, series), add_word(&line, it->reference), add_word(&line, "portal"), add_word(&line, settings.digest);
    add(&line, it->form->json, it->form->json_size);
    add_nothing(&line); // no quarantine
    add_number(&line, own), add_number(&line, it->at);
    add(&line, token, DIGEST), add(&line, content, DIGEST);
    add_number(&line, it->at), add_number(&line, 0);
    hmac(salt, SALT, line.bytes, line.size, commitment);
}

static bool is_stored(struct submission *it, const uint8_t *token) {
    struct binding find = begin(FIND);
    blob(&find, token, DIGEST);
    bool found = sqlite3_step(find.statement) == SQLITE_ROW;
    if (found) memcpy(it->reference, sqlite3_column_text(find.statement, 0), REFERENCE);
    sqlite3_reset(find.statement);
    return found;
}

static bool insert(struct submission *it) {
    uint8_t token[DIGEST], content[DIGEST], salt[SALT], commitment[DIGEST];
    sha256(it->random, RANDOM, token);
    if (is_stored(it, token)) return true;
    struct binding known = begin(KNOWN);
    word(&known, settings.digest);
    if (!asked(&known)) return false;

    char series[32], object[48];
    time_t there = it->at + 7 * 3600;
    struct tm day;
    gmtime_r(&there, &day);
    sprintf(series, "phan-anh-%d", day.tm_year + 1900);
    sha256(it->form->json, it->form->json_size, content);
    random_bytes(salt, SALT);
    struct binding next = begin(NEXT), equal = begin(EQUAL), row = begin(INSERT), part = begin(PART);
    word(&next, series);
    int64_t own = asked(&next);
    word(&equal, series), blob(&equal, content, DIGEST);
    int64_t original = asked(&equal);

    word(&row, series), number(&row, own), number(&row, it->at), word(&row, it->reference);
    blob(&row, token, DIGEST), blob(&row, it->code_hash, DIGEST), word(&row, settings.digest);
    text(&row, it->form->json, it->form->json_size), blob(&row, content, DIGEST);
    if (original) number(&row, original); else sqlite3_bind_null(row.statement, ++row.place);
    number(&row, it->at), blob(&row, it->sender, DIGEST), number(&row, it->at + SENDER_KEPT), blob(&row, salt, SALT);
    if (!done(&row)) return false;
    int64_t id = sqlite3_last_insert_rowid(database);
    number(&part, id), word(&part, MATTER), word(&part, answer(it->form, MATTER)), word(&part, answer(it->form, SUBJECT));
    if (!done(&part)) return false;
    commit_to(it, series, own, token, content, salt, commitment);
    sprintf(object, "%s-%04lld", series, (long long)own);
    return append_event(it, object, id, commitment);
}

// A place in the line of those who wait; whoever finds nobody committing commits for all who stand there by then.
struct place {
    struct submission *submission;
    struct place *behind;
    enum { WAITING, LEADING, STORED, FAILED } state;
    pthread_cond_t changed;
};
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct place *first, **last = &first;
static bool committing;

// All or nothing: a failure here is the machine's.
static bool commit(struct place *batch) {
    struct binding forget = begin(FORGET);
    number(&forget, batch->submission->at);
    bool whole = run(BEGIN) && done(&forget);
    for (struct place *one = batch; one && whole; one = one->behind)
        whole = run(MARK) && insert(one->submission) && run(UNMARK);
    if (whole && run(COMMIT)) return true;
    run(ROLLBACK);
    return false;
}

bool store(struct submission *submission) {
    struct place own = {submission, NULL, WAITING, PTHREAD_COND_INITIALIZER};
    pthread_mutex_lock(&lock);
    *last = &own, last = &own.behind;
    if (!committing) committing = true, own.state = LEADING;
    while (own.state == WAITING) pthread_cond_wait(&own.changed, &lock);
    if (own.state == LEADING) {
        struct place *end = &own;
        for (int count = 1; end->behind && count < settings.largest; count++) end = end->behind;
        first = end->behind, end->behind = NULL;
        if (!first) last = &first;
        pthread_mutex_unlock(&lock);
        bool whole = commit(&own);
        pthread_mutex_lock(&lock);
        committing = first != NULL;
        if (first) first->state = LEADING, pthread_cond_signal(&first->changed);
        for (struct place *one = &own; one; one = one->behind) {
            one->state = whole ? STORED : FAILED;
            pthread_cond_signal(&one->changed);
        }
    }
    pthread_mutex_unlock(&lock);
    return own.state == STORED;
}
