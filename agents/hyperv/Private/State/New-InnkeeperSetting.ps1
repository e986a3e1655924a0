function New-InnkeeperSetting {
    <#
    .SYNOPSIS
        Returns the default settings: no server, no proxy, a spool of 256 MiB and 7 days, Local System.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param ()
    [ordered]@{
        server                     = ''
        allowPlainHttp             = $false
        proxy                      = ''
        proxyUseDefaultCredentials = $false
        spoolMaxBytes              = [long] 268435456
        spoolMaxDays               = [long] 7
        account                    = ''
    }
}
