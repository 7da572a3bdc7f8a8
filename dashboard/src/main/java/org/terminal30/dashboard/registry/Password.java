package org.terminal30.dashboard.registry;

/** What the database asks for; never printed. */
public record Password(String text) {
    /** For a database that asks for none. */
    public static final Password NONE = new Password("");

    @Override
    public String toString() {
        return "(hidden)";
    }
}
