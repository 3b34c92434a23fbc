// The least a FastCGI program can do: reads the body, answers a page that stands ready. A ceiling.
//
//   responder SOCKET PAGE
#include <fcgiapp.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

enum { THREADS = 64, STACK = 1 << 20 };

static int listener;
static char page[1 << 20];
static size_t size;

static void *work(void *nothing) {
    FCGX_Request request;
    FCGX_InitRequest(&request, listener, 0);
    while (FCGX_Accept_r(&request) == 0) {
        char body[64 * 1024];
        while (FCGX_GetStr(body, sizeof body, request.in) == sizeof body) {}
        FCGX_PutS("Content-Type: text/html; charset=utf-8\r\n\r\n", request.out);
        FCGX_PutStr(page, (int)size, request.out);
        FCGX_Finish_r(&request);
    }
    return nothing;
}

int main(int count, char **words) {
    FILE *file = count == 3 ? fopen(words[2], "rb") : NULL;
    if (!file) return 2;
    size = fread(page, 1, sizeof page, file);
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
