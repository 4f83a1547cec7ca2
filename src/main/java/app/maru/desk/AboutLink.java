package app.maru.desk;

import app.maru.identity.Right;

/**
 * Where a room leads to from anything that has a page: any room contributes beans of this type, and entries and people
 * offer them.
 *
 * @param path what stands before the address of the thing in the address of the page it leads to
 * @param right who may go there
 */
public record AboutLink(String path, String messageKey, String icon, Right right) {

    String of(String address) {
        return path + address;
    }
}
