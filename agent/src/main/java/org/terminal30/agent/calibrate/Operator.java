package org.terminal30.agent.calibrate;

import java.util.Locale;

/** Whoever stands at the bay with a multimeter. */
public interface Operator {
    void tell(String line);

    /**
     * Asks and waits for the answer.
     *
     * @return without blanks around it; empty when only Enter was pressed
     * @throws GaveUpException when no answer will ever come
     */
    String ask(String question) throws GaveUpException;

    /** Asks until the answer is yes or no. */
    default boolean confirms(String question) throws GaveUpException {
        for (int i = 0; i < MOST_QUESTIONS; i++) {
            String answer = ask(question + " (yes/no)").toLowerCase(Locale.ROOT);
            if (answer.equals("yes") || answer.equals("y")) {
                return true;
            }
            if (answer.equals("no") || answer.equals("n")) {
                return false;
            }
        }
        throw new GaveUpException("there was neither yes nor no in %d answers".formatted(MOST_QUESTIONS));
    }

    /** So often the same thing is asked before it is given up. */
    int MOST_QUESTIONS = 20;

    /** Ends the walk with nothing changed; the message is for the operator. */
    final class GaveUpException extends Exception {
        private static final long serialVersionUID = 1L;

        public GaveUpException(String message) {
            super(message);
        }
    }
}
