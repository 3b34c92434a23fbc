// The form service's final post in C over libfcgi, as short as it can be: no templates but one page with places to fill,
// no limits, no log, one form. Stores what `benchmarks/form` compares with: see METHOD.md.
//
//   form SOCKET STATE PAGE DIGEST CLOCK LARGEST     (LARGEST: submissions of one commit; 1 for a commit each)
#include "rival.h"
#include <fcgiapp.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum { THREADS = 64, STACK = 1 << 20 };

struct settings settings;
static int listener;

static void read_file(const char *folder, const char *name, void *bytes, size_t size) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file || !fread(bytes, 1, size, file)) exit(1);
    fclose(file);
}

static const char *day_name(int day) {
    static const char *const names[] = {"Chủ\u00A0nhật", "thứ\u00A0Hai", "thứ\u00A0Ba", "thứ\u00A0Tư", "thứ\u00A0Năm",
                                         "thứ\u00A0Sáu", "thứ\u00A0Bảy"};
    return names[day];
}

// The value of a place of the page.
static void fill(FCGX_Stream *out, const char *name, size_t size, const struct submission *it) {
    time_t there = it->at + 7 * 3600;
    struct tm time;
    gmtime_r(&there, &time);
    int year = time.tm_year + 1900, month = time.tm_mon + 1, day = time.tm_mday;
    if (!strncmp(name, "REFERENCE", size)) FCGX_FPrintF(out, "%.4s-%.4s", it->reference, it->reference + 4);
    if (!strncmp(name, "CODE", size)) FCGX_FPrintF(out, "%.5s-%.5s", it->code, it->code + 5);
    if (!strncmp(name, "TOKEN", size)) FCGX_PutS(it->form->token, out);
    if (!strncmp(name, "MACHINE", size))
        FCGX_FPrintF(out, "%d-%02d-%02dT%02d:%02d:%02d+07:00", year, month, day, time.tm_hour, time.tm_min, time.tm_sec);
    if (!strncmp(name, "WORDS", size))
        FCGX_FPrintF(out, "%d\u00A0giờ\u00A0%02d, %s%s%02d/%02d/%d", time.tm_hour, time.tm_min, day_name(time.tm_wday),
                     time.tm_wday ? " ngày\u00A0" : " ", day, month, year);
}

static void show(FCGX_Stream *out, const struct submission *it) {
    FCGX_PutS("Status: 200\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
              "X-Robots-Tag: noindex\r\n\r\n", out);
    for (const char *rest = settings.page; *rest;) {
        size_t text = strcspn(rest, "\x01");
        FCGX_PutStr(rest, (int)text, out);
        rest += text;
        if (!*rest++) break;
        size_t size = strcspn(rest, "\x01");
        fill(out, rest, size, it);
        rest += size + 1;
    }
}

static bool is_post_of_own(char **environment) {
    const char *method = FCGX_GetParam("REQUEST_METHOD", environment), *type = FCGX_GetParam("CONTENT_TYPE", environment);
    const char *site = FCGX_GetParam("HTTP_SEC_FETCH_SITE", environment), *host = FCGX_GetParam("HTTP_HOST", environment);
    const char *origin = FCGX_GetParam("HTTP_ORIGIN", environment);
    if (!method || strcmp(method, "POST") || !type || strncmp(type, "application/x-www-form-urlencoded", 33)) return false;
    if (site && strcmp(site, "same-origin")) return false;
    return !origin || (host && !strncmp(origin, "http://", 7) && !strcmp(origin + 7, host));
}

static void respond(FCGX_Request *request) {
    static _Thread_local char body[LARGEST + 1];
    static _Thread_local struct form form;
    struct submission submission;
    const char *length = FCGX_GetParam("CONTENT_LENGTH", request->envp);
    const char *address = FCGX_GetParam("CLIENT_ADDRESS", request->envp);
    long size = length ? strtol(length, NULL, 10) : 0;
    bool taken = is_post_of_own(request->envp) && size > 0 && size <= LARGEST &&
                 FCGX_GetStr(body, (int)size, request->in) == size;
    body[taken ? size : 0] = 0;
    taken = taken && read_form(body, &form) && verify(&form, address ? address : "", &submission) && store(&submission);
    if (taken) show(request->out, &submission);
    else FCGX_PutS("Status: 422\r\nContent-Type: text/plain\r\n\r\nnot taken\n", request->out);
}

static void *work(void *nothing) {
    FCGX_Request request;
    FCGX_InitRequest(&request, listener, 0);
    while (FCGX_Accept_r(&request) == 0) {
        respond(&request);
        FCGX_Finish_r(&request);
    }
    return nothing;
}

int main(int count, char **words) {
    if (count != 7) return 2;
    static char page[1 << 20];
    read_file("", words[3], page, sizeof page - 1);
    char keys[4096];
    snprintf(keys, sizeof keys, "%s/keys", words[2]);
    read_file(keys, "token-1.key", settings.token_key, DIGEST);
    read_file(keys, "code-1.key", settings.code_key, DIGEST);
    read_file(keys, "sender-1.key", settings.sender_key, DIGEST);
    settings.page = page;
    settings.digest = words[4];
    settings.clock = strtol(words[5], NULL, 10);
    settings.largest = atoi(words[6]);
    char path[4096];
    snprintf(path, sizeof path, "%s/register.sqlite", words[2]);
    open_register(path);

    signal(SIGPIPE, SIG_IGN);
    FCGX_Init();
    signal(SIGTERM, SIG_DFL); // libfcgi takes it for itself and then waits for one more request
    listener = FCGX_OpenSocket(words[1], 511);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK);
    pthread_t thread;
    for (int each = 0; each < THREADS; each++) pthread_create(&thread, &attributes, work, NULL);
    pthread_join(thread, NULL);
}
