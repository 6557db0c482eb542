"""Countries as they are misspelt, or called in other languages, and the peoples that stand for them."""

from __future__ import annotations

MISSPELT = (
    "Afganistan=AFG;Afghanisthan=AFG;Kyrgystan=KGZ;Kyrgizstan=KGZ;Kirgizstan=KGZ;Kirghizstan=KGZ;Kyrghyzstan=KGZ;Krygyzstan=KGZ;"
    "Kyrgyztan=KGZ;Kirgizia=KGZ;Kyrgyzatan=KGZ;Kyrgyszstan=KGZ;Kirgistan=KGZ;Tajikstan=TJK;Tadzhikistan=TJK;Tajikistán=TJK;"
    "Uzbekstan=UZB;Usbekistan=UZB;Ouzbekistan=UZB;Khazakhstan=KAZ;Kazakhastan=KAZ;Kazakhistan=KAZ;Kazahstan=KAZ;Kazachstan=KAZ;"
    "Srilanka=LKA;Azerbaidjan=AZE;Azerbaijian=AZE;Azarbaijan=AZE;Belorussia=BLR;Bielorussia=BLR;Turkiye=TUR;"
    "Mongolian People's Republic=MNG;Chinese People's Republic=CHN;Kampuchea=KHM;Pakisthan=PAK;Saudi-Arabia=SAU"
)

PEOPLES = (
    "Afghans=AFG;Armenians=ARM;Azerbaijanis=AZE;Azeris=AZE;Bangladeshis=BGD;Bahrainis=BHR;Belarusians=BLR;Belarussians=BLR;"
    "Byelorussians=BLR;Egyptians=EGY;Emiratis=ARE;Indians=IND;Iranians=IRN;Iraqis=IRQ;Kazakhs=KAZ;Kazaks=KAZ;Kazakhstanis=KAZ;"
    "Kirghiz people=KGZ;Kyrgyzs=KGZ;Cambodians=KHM;Kuwaitis=KWT;Laotians=LAO;Sri Lankans=LKA;Maldivians=MDV;Mongols=MNG;"
    "Mongolians=MNG;Nepalis=NPL;Pakistanis=PAK;Qataris=QAT;Russians=RUS;Saudis=SAU;Syrians=SYR;Tajiks=TJK;Tadjiks=TJK;Turkmens=TKM;"
    "Turks=TUR;Uzbeks=UZB;Georgians=GEO;Hindistan=IND;Kırgızistan=KGZ;Kirgizistan=KGZ;Kazakistan=KAZ;Özbekistan=UZB;Ozbekistan=UZB;"
    "Tacikistan=TJK;Rusya=RUS;Moğolistan=MNG"
)
