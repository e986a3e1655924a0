function New-InnkeeperState {
    <#
    .SYNOPSIS
        Returns the state of an agent that has never run. Its epoch is 0 until Get-InnkeeperState starts a counter.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param ()
    [ordered]@{
        epoch             = [long] 0
        sequence          = [long] 0
        acknowledgedEpoch = [long] 0
        acknowledged      = [long] 0
        raises            = [long] 0
        intervalSeconds   = [long] 60
        slot              = [long] -1
        failures          = [long] 0
        sendAgainAtMs     = [long] 0
        dropped           = [long] 0
        refused           = [long] 0
        alert             = [long] 0
        livedMs           = [long] 0
        seenAtMs          = [long] 0
    }
}
