package app.maru.identity;

import java.util.List;

/** What one room keeps of people, and what becomes of it when somebody is erased: any room contributes beans of this type. */
public interface PersonalData {

    List<Holding> holdings();
}
