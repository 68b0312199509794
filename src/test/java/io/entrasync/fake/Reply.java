package io.entrasync.fake;

import io.entrasync.demo.GraphAnswer;

/**
 * What the server is about to send.
 *
 * @param answer the answer
 * @param cut whether the connection breaks in the middle of the body
 */
record Reply(GraphAnswer answer, boolean cut) {
    Reply with(GraphAnswer other) {
        return new Reply(other, cut);
    }
}
