package org.terminal30.hardware.signal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong with a line: counted, and logged when it begins and when it is over. Used by one thread. */
final class LineTrouble {
    private static final Logger LOG = LoggerFactory.getLogger(LineTrouble.class);

    private final String what;
    private @Nullable String reason;
    private long failures;

    LineTrouble(String what) {
        this.what = what;
    }

    void failed(RuntimeException fault) {
        failures++;
        if (reason == null) {
            LOG.error("{} fails, tried again", what, fault);
        }
        reason = rootMessage(fault);
    }

    /** It works, and does not do what it should: no failure of the line, but somebody has to look. */
    void complain(String sentence) {
        if (!sentence.equals(reason)) {
            LOG.warn("{} {}", what, sentence);
        }
        reason = sentence;
    }

    void over() {
        if (reason != null) {
            LOG.info("{} works again", what);
        }
        reason = null;
    }

    private static String rootMessage(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "fails: " + (root.getMessage() == null ? root.toString() : root.getMessage());
    }

    /** For people; null while all is well. */
    @Nullable
    String sentence() {
        return reason == null ? null : what + " " + reason;
    }

    long failures() {
        return failures;
    }
}
