"""People who come to summits and whom the published tables do not hold, with the ways of writing their names, the usual one first."""

from __future__ import annotations

STATESMEN = {
    "AFG": "Ashraf Ghani=Ghani;Abdullah Abdullah;Mohammad Ashraf Ghani;Hanif Atmar;Salahuddin Rabbani;Amir Khan Muttaqi=Muttaqi;"
    "Marshal Fahim;Karim Khalili;Rangin Dadfar Spanta",
    "ARE": "Mohammed bin Zayed=Mohamed bin Zayed;Mohammed bin Rashid",
    "ARM": "Nikol Pashinyan=Pashinyan=Nikol Pashinian=Pashinian;Serzh Sargsyan=Serzh Sarkisian=Sargsyan;Ararat "
    "Mirzoyan=Mirzoyan;Karen Karapetyan;"
    "Vahagn Khachaturyan;Edward Nalbandian",
    "AUS": "Anthony Albanese",
    "AZE": "Ilham Aliyev=Aliyev=Aliev=Ilham Aliev;Jeyhun Bayramov=Ceyhun Bayramov;Elmar Mammadyarov;Ali Asadov;Artur Rasizade",
    "BGD": "Sheikh Hasina;Muhammad Yunus",
    "BHR": "Hamad bin Isa Al Khalifa;Abdullatif Al Zayani",
    "BLR": "Alexander Lukashenko=Lukashenko=Lukashenka=Alyaksandr Lukashenka=Aleksandr Lukashenko;Roman Golovchenko=Golovchenko;"
    "Alexander Turchin=Turchin;Vladimir Makei=Makei;Maxim Ryzhenkov=Ryzhenkov;Sergei Aleinik;Andrei Kobyakov=Kobyakov;"
    "Sergei Rumas=Sergey Rumas;Mikhail Myasnikovich;Sergei Martynov;Pyotr Prokopovich",
    "BRA": "Luiz Inacio Lula da Silva=Lula",
    "CHN": "Xi Jinping;Hu Jintao;Wen Jiabao;Li Keqiang;Li Qiang;Zhu Rongji;Jiang Zemin;Li Zhanshu;Qin Gang;Dong Jun;Li Shangfu;"
    "Yang Jiechi;Wang Yi;Tang Jiaxuan;Li Zhaoxing;Li Peng;Wang Qishan;Ding Xuexiang;Cai Qi;Han Zheng;Wei Fenghe;Liang Guanglie;"
    "Peng Liyuan;Zhao Leji;Dai Bingguo;Meng Jianzhu",
    "CUB": "Miguel Diaz-Canel",
    "DEU": "Angela Merkel=Merkel;Olaf Scholz;Friedrich Merz",
    "EGY": "Abdel Fattah el-Sisi=Abdel Fattah El-Sisi=Abdel Fattah al-Sisi=el-Sisi=al-Sisi;Sameh Shoukry;Mostafa "
    "Madbouly=Madbouly;Badr Abdelatty",
    "FRA": "Emmanuel Macron=Macron",
    "HUN": "Viktor Orban=Orban;Peter Szijjarto=Szijjarto",
    "IDN": "Prabowo Subianto=Prabowo;Joko Widodo=Jokowi;Susilo Bambang Yudhoyono",
    "IND": "Manmohan Singh;Pranab Mukherjee;Rajnath Singh;M. Venkaiah Naidu=Venkaiah Naidu;Atal Bihari "
    "Vajpayee=Vajpayee;Subrahmanyam Jaishankar=Jaishankar"
    "=S Jaishankar=S. Jaishankar;Vikram Misri=Misri;Yashwant Sinha;Jaswant Singh;Kapil Sibal;Nirmala Sitharaman=Sitharaman;"
    "Salman Khurshid;Preneet Kaur;Pratibha Patil;Meenakshi Lekhi;Ajit Doval=Doval;V. K. Singh=V.K. Singh;M. J. Akbar=MJ Akbar;"
    "Kirti Vardhan Singh;E. Ahamed;Jairam Ramesh;Droupadi Murmu;Ram Nath Kovind",
    "IRN": "Ebrahim Raisi=Seyyed Ebrahim Raisi=Seyed Ebrahim Raisi=Raisi=Raeisi=Ebrahim Raeisi;Hossein "
    "Amir-Abdollahian=Amir-Abdollahian=Amirabdollahian;"
    "Abbas Araghchi=Araghchi=Araqchi=Abbas Araqchi;Mohammad Khatami=Khatami;Mohammad Mokhber=Mokhber;Ali Larijani=Larijani;"
    "Manouchehr Mottaki=Mottaki;Masoud Pezeshkian=Pezeshkian;Ali Akbar Salehi=Salehi;Eshaq Jahangiri=Jahangiri;"
    "Parviz Davoodi=Davoodi;Mohammad Reza Rahimi;Mohammad Reza Aref;Hassan Rouhani=Hassan Rohani=Rouhani=Rohani;Javad Zarif=Zarif;"
    "Kamal Kharrazi;Ali Bagheri;Ali Khamenei=Khamenei;Saeed Jalili;Mohammad Bagher Ghalibaf",
    "IRQ": "Mohammed Shia al-Sudani;Fuad Hussein",
    "ISR": "Benjamin Netanyahu=Netanyahu",
    "JPN": "Shinzo Abe",
    "KAZ": "Kassym-Jomart Tokayev=Tokayev=Tokaev=Kasymzhomart Tokayev=Kassym-Zhomart Tokayev;Nursultan Nazarbayev=Nazarbayev=Nazarbaev;"
    "Alikhan Smailov=Smailov;Olzhas Bektenov=Bektenov;Daniyal Akhmetov;Serik Akhmetov;Murat Nurtleu=Nurtleu;Mukhtar Tileuberdi;"
    "Yerlan Idrissov=Idrissov;Kairat Abdrakhmanov;Askar Mamin=Mamin;Karim Massimov=Karim Masimov=Massimov;Bakytzhan "
    "Sagintayev=Sagintayev;"
    "Imangali Tasmagambetov;Erlan Karin;Yermek Kosherbayev",
    "KGZ": "Sooronbay Jeenbekov=Sooronbai Jeenbekov=Jeenbekov=Zheenbekov;Adylbek Kasymaliev=Kasymaliev;Akylbek Japarov;"
    "Sadyr Zhaparov=Zhaparov;Zheenbek Kulubaev=Jeenbek Kulubaev=Kulubaev;Temir Sariev=Temir Sariyev;Zhantoro "
    "Satybaldiyev=Zhantoro Satybaldiev=Jantoro Satybaldiev;Sapar Isakov;"
    "Muhammetkaliy Abulgaziyev=Mukhammedkaly Abylgaziev;Omurbek Babanov;Djoomart Otorbaev;Igor Chudinov;Felix Kulov;"
    "Nikolai Tanayev;Chingiz Aidarbekov",
    "KHM": "Hun Sen;Hun Manet;Prak Sokhonn",
    "KOR": "Ban Ki Moon",
    "KWT": "Sabah Khaled;Mishal al-Ahmad al-Jaber al-Sabah;Abdullah Al-Yahya",
    "LAO": "Thongloun Sisoulith=Thongloun;Sonexay Siphandone",
    "LKA": "Mahinda Rajapaksa=Rajapaksa;Ranil Wickremesinghe=Wickremesinghe;Maithripala Sirisena=Sirisena;"
    "Anura Kumara Dissanayake=Dissanayake;Vijitha Herath;Ali Sabry;Dinesh Gunawardena",
    "MDV": "Mohamed Muizzu=Mohammed Muizzu=Muizzu;Abdulla Yameen;Moosa Zameer",
    "MMR": "Min Aung Hlaing;Than Swe",
    "MNG": "Ukhnaagiin Khürelsükh=Khurelsukh=Ukhnaa Khurelsukh;Natsagiin Bagabandi=Bagabandi;Luvsannamsrain "
    "Oyun-Erdene=Oyun-Erdene=Oyun-Erdene Luvsannamsrai"
    "=L. Oyun-Erdene;Gombojavyn Zandanshatar=Zandanshatar;Tsakhiagiin Elbegdorj=Elbegdorj=Tsakhia Elbegdorj;Battulga;"
    "Nambaryn Enkhbayar=Enkhbayar;Luvsangiin Erdenechuluun;Battsetseg Batmunkh=Batmunkh Battsetseg",
    "MYS": "Anwar Ibrahim;Mahathir Mohamad",
    "NPL": "Kamal Thapa;Pushpa Kamal Dahal;K. P. Sharma Oli=KP Oli=K.P. Sharma Oli=KP Sharma Oli=K. P. Oli;Sher Bahadur Deuba;"
    "Arzu Rana Deuba;Bidya Devi Bhandari;Ishwar Pokhrel;Pradeep Gyawali",
    "PAK": "Imran Khan;Nawaz Sharif;Shehbaz Sharif=Shahbaz Sharif=Muhammad Shehbaz Sharif;Ishaq Dar;Bilawal Bhutto "
    "Zardari=Bilawal Bhutto-Zardari=Bilawal Bhutto"
    "=Bilawal;Shahid Khaqan Abbasi;Yousaf Raza Gilani=Yusuf Raza Gilani=Gilani;Anwaar-ul-Haq Kakar=Anwaarul Haq Kakar=Kakar;"
    "Shah Mahmood Qureshi=Qureshi;Jalil Abbas Jilani;Raja Pervaiz Ashraf;Shaukat Aziz;Asif Ali Zardari=Zardari;Asim Munir;"
    "Pervez Musharraf=Musharraf;Nasirul Mulk;Khawaja Asif;Hina Rabbani Khar;Sartaj Aziz;Mir Zafarullah Khan Jamali;Mamnoon Hussain;"
    "Arif Alvi",
    "PRK": "Kim Jong Un=Kim Jong-un",
    "QAT": "Tamim bin Hamad Al Thani=Sheikh Tamim;Mohammed bin Abdulrahman Al Thani",
    "RUS": "Sergey Lavrov=Sergei Lavrov=Lavrov;Mikhail Fradkov=Fradkov;Viktor Zubkov=Zubkov;Mikhail Kasyanov=Kasyanov;Mikhail "
    "Mishustin=Mishustin;Dmitry Peskov=Peskov;Yuri Ushakov=Yury Ushakov=Ushakov;Igor Ivanov;Sergei Ivanov;Dmitri Medvedev;"
    "Sergei Shoigu=Sergey Shoigu=Shoigu;Andrei Belousov;Alexei Overchuk=Alexey Overchuk=Overchuk;Boris Yeltsin=Yeltsin;Maxim Reshetnikov;"
    "Igor Shuvalov;Sergei Stepashin",
    "SAU": "Mohammed bin Salman;Faisal bin Farhan;Salman bin Abdulaziz",
    "SRB": "Aleksandar Vucic=Vucic",
    "SVK": "Robert Fico=Fico",
    "SYR": "Bashar al-Assad=Bashar Assad=Assad",
    "TJK": "Emomali Rahmon=Rahmon=Rakhmon=Emomali Rakhmon=Emomali Rakhmonov=Rakhmonov=Imomali Rakhmonov;Kokhir Rasulzoda=Rasulzoda;"
    "Sirojiddin Muhriddin=Sirojiddin Mukhriddin;Akil Akilov=Oqil Oqilov;Sirodjidin Aslov;Hamrokhon Zarifi",
    "TKM": "Gurbanguly Berdimuhamedov=Berdimuhamedov=Berdymukhamedov=Gurbanguly Berdymukhamedov=Berdimuhamedow="
    "Gurbanguly Berdymukhammedov=Berdymukhammedov;Saparmurat Niyazov=Niyazov;"
    "Serdar Berdymukhamedov;Rashid Meredov=Meredov",
    "TUR": "Recep Tayyip Erdoğan=Recep Tayyip Erdogan=Erdogan=Erdoğan=Tayyip Erdogan;Mevlut Cavusoglu=Cavusoglu=Mevlüt Çavuşoğlu;"
    "Hakan Fidan=Fidan;Abdullah Gul=Abdullah Gül;Ahmet Davutoglu=Davutoglu;Binali Yildirim;Cevdet Yilmaz=Cevdet Yılmaz",
    "UKR": "Volodymyr Zelensky=Zelensky=Zelenskyy=Volodymyr Zelenskyy",
    "UN": "António Guterres=Antonio Guterres=Guterres;Ban Ki-moon;Kofi Annan",
    "USA": "Joe Biden=Biden;Donald Trump=Trump;Barack Obama=Obama;George Bush;George W. Bush",
    "UZB": "Abdulla Aripov=Aripov;Shavkat Mirziyoyev=Mirziyoyev=Mirziyaev=Shavkat Mirziyaev=Mirziyoev=Shavkat Mirziyoev;Otkir Sultonov;"
    "Utkir Sultanov;Islam Karimov=Karimov;Bakhtiyor Saidov;Rustam Azimov;Abdulaziz Kamilov=Kamilov",
    "VEN": "Nicolas Maduro=Maduro",
    "VNM": "Phạm Minh Chính=Pham Minh Chinh;To Lam;Luong Cuong",
    "ASEAN": "Kao Kim Hourn;Lim Jock Hoi;Le Luong Minh",
    "CIS": "Sergei Lebedev=Sergey Lebedev",
    "CSTO": "Imangali Tasmagambetov;Stanislav Zas;Nikolai Bordyuzha=Nikolay Bordyuzha;Yuri Khachaturov",
}

BY_SURNAME = {
    "CHN": "Hu;Wen;Li;Jiang",
    "IND": "Singh;Naidu",
    "PAK": "Khan;Sharif;Shehbaz;Nawaz;Abbasi;Aziz;Dar;Hussain;Ashraf",
    "NPL": "Oli;Dahal",
    "MMR": "Hlaing",
    "IRN": "Aref",
    "MYS": "Anwar",
}
"""Surnames too common to stand for a person but behind a title: "Prime Minister Khan", "Mr Sharif"."""

OFFICIALS = (
    "Rashid Alimov;Jumakhon Giyosov;Muratbek Imanaliev;Vyacheslav Kasymov;Dmitry Mezentsev;Ruslan Mirzaev;Vladimir "
    "Norov;Bolat Nurgaliyev;"
    "Ularbek Sharsheev;Myrzakan Subanov;Yevgeny Sysoyev;Nurlan Yermekbayev;Zhang Deguang;Zhang Ming;Zhang Xinfeng;Dzhenisbek "
    "Dzhumanbekov;"
    "Amanzhol Zhankuliyev;Toktasyn Buzubayev;Gong Jianwei"
)
"""People who come to summits for the organization itself and stand for no country."""
