package org.terminal30.dashboard.registry;

import java.io.Serial;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The registry cannot be used now, and will be again by itself. The message is for whoever asked and names no server. */
public final class RegistryAwayException extends JdbiException {
    /** When the database does not answer. */
    public static final String SENTENCE = "The workshop's records cannot be reached: their database does not answer."
            + " What the bays measure is still taken in. This works again as soon as the database does.";

    @Serial
    private static final long serialVersionUID = 1;
    private static final String CONNECTION_EXCEPTION = "08";
    /** Shut down by the administrator, crashed, still starting; too many connections. */
    private static final List<String> SERVER_GONE = List.of("57P01", "57P02", "57P03", "53300");

    RegistryAwayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether a failure means that the registry is away, rather than that a statement is wrong. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryAwayException || cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException sql && isGone(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** What to tell whoever asked. */
    public static String sentence(Throwable failure) {
        return failure instanceof RegistryAwayException away ? String.valueOf(away.getMessage()) : SENTENCE;
    }

    /** Throws a failure on unless it means that the registry is away. */
    public static void unlessBehind(JdbiException failure) {
        if (!isBehind(failure)) {
            throw failure;
        }
    }

    private static boolean isGone(@Nullable String state) {
        return state != null && (state.startsWith(CONNECTION_EXCEPTION) || SERVER_GONE.contains(state));
    }
}
