package app.maru.events;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.maru.profiles.Directory.Known;

/**
 * A page of the stream.
 *
 * @param person whom the events concern; null for anybody
 * @param meant who may be meant by what was typed
 * @param top the newest event of the page, by its place in the stream; null on later pages, where nothing comes in
 * @param last the last one, if there are older ones
 */
record EventsPage(EventQuery query, List<EventLine> lines, @Nullable Known person, List<Known> meant, String top, @Nullable String last, boolean current) {
}
