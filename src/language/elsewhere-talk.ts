/** The weather itself, and not what to wear in it; other matters than clothes. */
export const WEATHER =
  /(?:会|会不会|要|是不是)(?:下雨|下雪|降温|刮风)(?:吗|么|不|呢|\?|$)|(?:天气|气温|温度)(?:怎么样|如何|预报|好吗|好不好|多少)|(?:几|多少)度\??$|\b(?:will|is|does) it (?:going to |gonna )?(?:rain|snow|be (?:cold|hot|sunny|windy))(?:ing)?\b(?! with)|笑话|讲个?段子|股票|股市|彩票|菜谱|歌词|运势|新闻|\b(?:jokes?|recipes?|lyrics|horoscopes?|stock (?:market|prices?)|headlines|lottery)\b|\bweather (?:like|forecast|report)\b|\bwhat(?:'s| is) the (?:weather|temperature)\b/;

/** What breaks at home, who annoys at work, how one gets about. */
export const ELSEWHERE =
  /wi-?fi|路由器|宽带|网(?:络|速)?(?:又|老|总|很|太|好)?(?:断|卡|慢)|手机(?:没电|坏|死机|卡|黑屏|充|摔|丢)|充不进电|蓝屏|(?:电脑|冰箱|空调|洗衣机|电视|打印机|马桶|下水道|水管|热水器)(?:又|老|总|突然|怎么|不|坏|漏|堵|卡|死|蓝|黑|打不开)|邻居(?:太|又|老|总|天天)|(?:公交|地铁|高铁|火车|飞机)(?:几点|多久|晚点|怎么)|堵车|加班(?=,|烦|累|到|了|$)|(?:老板|领导|同事|房东|室友)(?:又|老是|总|天天|骂|让我|逼|太|真)|牙医|\b(?:broadband|router|blue screen|unblock|dentist|next (?:bus|train|flight))\b|\b(?:my|the|our) (?:phone|laptop|computer|pc|printer|fridge|car|boiler|dishwasher|washing machine|tv|telly|sink|toilet|internet|landlord|neighbou?rs?|boss|flatmate|roommate|teacher)(?:'s| is| are| won'?t| keeps?| makes?| died| broke| crashed| has broken| isn'?t| doesn'?t| can'?t| hates| shouted| drives?)\b(?! (?:getting|wedding|birthday|leaving|party|retir))/;

/** When the bus comes, whether the flight is late; how one gets to the shop is the shop's matter. */
export const TRAVELLING =
  /(?:公交|公车|巴士|大巴|班车|地铁|高铁|动车|火车|飞机|航班|轮渡|末班|首班|出租车|网约车|滴滴|顺风车)[^,.?!]{0,8}(?:几点|多久|什么时候|啥时候|何时|来|到|晚点|延误|停运|取消|怎么[坐走去]|班次|时刻|堵)|(?:几点|什么时候|啥时候|多久|下一?[班趟])[^,.?!]{0,8}(?:公交|公车|巴士|大巴|班车|地铁|高铁|火车|飞机|航班|末班)|\b(?:when|what time|how (?:late|long|soon|often)|where|why|which|is|are|has|did|next|last)\b[^,.?!]{0,24}\b(?:bus(?:es)?|coach|trains?|tube|metro|subway|tram|flights?|plane|ferry|taxi|cab|uber)\b|\b(?:bus|coach|train|tube|metro|subway|tram|flight|plane|ferry|taxi|cab|uber)\b[^,.?!]{0,16}\b(?:arriv|com(?:e|es|ing)|leav|due|late|delay|cancel|timetable|schedule|depart|stop)/;
export const TO_THE_SHOP = /店|你们|\b(?:shop|store|you|your|showroom|branch|wear|outfit|clothes)\b|穿|搭/;
