package org.terminal30.agent.analyse;

/** Text of a page that is being written. What comes from a file goes through {@link #text} or {@link #script}. */
final class HtmlText {
    private final StringBuilder page = new StringBuilder();

    /** Markup of our own. */
    HtmlText raw(String markup) {
        page.append(markup);
        return this;
    }

    /** Anything, to be read as it is, between tags or in an attribute in double quotes. */
    HtmlText text(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                default -> page.append(character);
            }
        }
        return this;
    }

    /** JSON within a script element, which no string of it may end. */
    HtmlText script(String json) {
        page.append(json.replace("<", "\\u003c"));
        return this;
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
