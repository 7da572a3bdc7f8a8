package org.terminal30.dashboard.web;

import java.util.ArrayList;
import java.util.List;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its own content.
 *
 * @param name names the page's template, style sheet and module
 * @param title the words in the browser's tab, before the name of the product
 * @param person who is logged in, nobody in the demo
 * @param csrfToken sent back with every change
 * @param demo nobody needs to log in
 * @param links the pages one can go to from here
 */
@Serdeable
public record Page(String name, String title, @Nullable String person, String csrfToken, boolean demo,
        List<Link> links) {
    /** A link in the head of the page. */
    @Serdeable
    public record Link(String href, String word, boolean current) {}

    /** Head units, their kinds and the savers belong to the vehicles: a phone has no room for more words below. */
    private static final List<String> REGISTRY = List.of("/vehicles", "/head-units", "/savers", "/profiles");

    private static final List<String> SETTINGS = List.of("/people", "/storage");

    public Page {
        links = List.copyOf(links);
    }

    /**
     * @param path the path of the page that is shown
     * @param manager may see the settings
     */
    static List<Link> links(String path, boolean manager) {
        List<Link> links = new ArrayList<>();
        links.add(link("/", "Wall", path));
        if (path.startsWith("/bays/")) {
            links.add(link(path, "Bay " + path.substring("/bays/".length()), path));
        }
        links.add(new Link("/vehicles", "Vehicles", REGISTRY.stream().anyMatch(path::startsWith)));
        links.add(link("/alerts", "Alerts", path));
        if (manager) {
            links.add(new Link("/people", "Settings", SETTINGS.stream().anyMatch(path::startsWith)));
        }
        return links;
    }

    private static Link link(String href, String word, String path) {
        return new Link(href, word, path.equals(href) || path.startsWith(href + "/"));
    }
}
