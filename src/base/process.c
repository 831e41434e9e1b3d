/* Running another program; see process.h. */
#include "base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* What the program is given and gives. Its input is a socket, not a pipe: only a socket can
 * be told not to send the signal that would end us where the program has ended. */
enum { INPUT, OUTPUT, ERRORS, STREAMS };

struct channels {
    int ours[STREAMS], its[STREAMS]; /* descriptors; -1: closed */
};

static void close_one(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

static void close_all(int descriptors[STREAMS])
{
    for (int i = 0; i < STREAMS; i++)
        close_one(&descriptors[i]);
}

/* Above the three standard ones, so that making those in the program does not overwrite it, and
 * closed in it. Closes the given one. */
static int move_up(int descriptor)
{
    int moved = fcntl(descriptor, F_DUPFD_CLOEXEC, STREAMS);
    close(descriptor);
    return moved;
}

static bool open_channels(struct channels *channels)
{
    bool fine = true;
    for (int i = 0; i < STREAMS; i++)
        channels->ours[i] = channels->its[i] = -1;
    for (int i = 0; i < STREAMS && fine; i++) {
        int ends[2];
        fine = !(i == INPUT ? socketpair(AF_UNIX, SOCK_STREAM, 0, ends) : pipe(ends));
        if (!fine)
            break;
        channels->ours[i] = move_up(ends[0]); /* a pipe is read at its first end */
        channels->its[i] = move_up(ends[1]);
        fine = channels->ours[i] >= 0 && channels->its[i] >= 0;
    }
    if (!fine) {
        close_all(channels->ours);
        close_all(channels->its);
    }
    return fine;
}

static bool start(pid_t *child, const char *path, const char *const *arguments,
                  const struct channels *channels)
{
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions))
        return false;
    bool fine = true;
    for (int i = 0; i < STREAMS; i++)
        fine = fine && !posix_spawn_file_actions_adddup2(&actions, channels->its[i], i);
    union { /* posix_spawn() promises not to change what it is given */
        const char *const *given;
        char *const *taken;
    } vector = {.given = arguments};
    fine = fine && !posix_spawn(child, path, &actions, NULL, vector.taken, environ);
    posix_spawn_file_actions_destroy(&actions);
    return fine;
}

/* Sends what can be sent now; closes the channel at the end or where nobody listens. */
static void feed(int *descriptor, const struct buf *input, size_t *sent)
{
    ssize_t count = 0;
    if (*sent < input->length) {
        count = send(*descriptor, input->data + *sent, input->length - *sent,
                     MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0 && (errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK))
            return;
        if (count > 0)
            *sent += (size_t)count;
    }
    if (count < 0 || *sent == input->length)
        close_one(descriptor);
}

/* Takes what is there; closes the channel at its end. */
static void take(int *descriptor, struct buf *into)
{
    char bytes[1 << 14];
    ssize_t count = read(*descriptor, bytes, sizeof bytes);
    if (count < 0 && errno == EINTR)
        return;
    if (count > 0)
        buf_add(into, bytes, (size_t)count);
    else
        close_one(descriptor);
}

/* Serves all channels until the program has closed its outputs. */
static void serve(int ours[STREAMS], const struct buf *input, struct buf *output,
                  struct buf *errors)
{
    size_t sent = 0;
    while (ours[OUTPUT] >= 0 || ours[ERRORS] >= 0) {
        struct pollfd ready[STREAMS];
        for (int i = 0; i < STREAMS; i++) /* a negative one is passed over */
            ready[i] = (struct pollfd){.fd = ours[i], .events = i == INPUT ? POLLOUT : POLLIN};
        if (poll(ready, STREAMS, -1) < 0 && errno != EINTR)
            return;
        if (ours[INPUT] >= 0 && ready[INPUT].revents)
            feed(&ours[INPUT], input, &sent);
        if (ours[OUTPUT] >= 0 && ready[OUTPUT].revents)
            take(&ours[OUTPUT], output);
        if (ours[ERRORS] >= 0 && ready[ERRORS].revents)
            take(&ours[ERRORS], errors);
    }
}

/* Where the system learns too late that it cannot start a program, that one ends with 127. */
static int wait_for(pid_t child)
{
    enum { TOO_LATE = 127 };
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return PROCESS_NOT_STARTED;
    if (!WIFEXITED(status))
        return 128 + WTERMSIG(status);
    return WEXITSTATUS(status) == TOO_LATE ? PROCESS_NOT_STARTED : WEXITSTATUS(status);
}

int process_run(const char *path, const char *const *arguments, const struct buf *input,
                struct buf *output, struct buf *errors)
{
    struct channels channels;
    pid_t child;
    if (!open_channels(&channels))
        return PROCESS_NOT_STARTED;
    bool started = start(&child, path, arguments, &channels);
    close_all(channels.its);
    if (started)
        serve(channels.ours, input, output, errors);
    close_all(channels.ours);
    return started ? wait_for(child) : PROCESS_NOT_STARTED;
}
