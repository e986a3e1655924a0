function Get-InnkeeperVmGuestPart {
    <#
    .SYNOPSIS
        What guests say of themselves (key-value pairs), by VM id. All of it is written by guests: nothing is believed, all is cut.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        # Filled while reading, so that what other guests say is not lost with one that takes long.
        [Parameter(Mandatory)] [hashtable] $Progress
    )
    $problems = [System.Collections.Generic.List[string]]::new()
    $rows = (Read-InnkeeperRow 'Msvm_KvpExchangeComponent' { CimCmdlets\Get-CimInstance -Namespace root/virtualization/v2 -ClassName Msvm_KvpExchangeComponent -Property SystemName, GuestIntrinsicExchangeItems } $problems).rows
    if ($null -eq $rows) { return New-InnkeeperReading $null $problems }
    foreach ($row in $rows) {
        $id = Get-InnkeeperVmIdOf (Get-InnkeeperProperty $row 'SystemName')
        $items = Get-InnkeeperProperty $row 'GuestIntrinsicExchangeItems'
        if ($null -eq $id -or $null -eq $items) { continue }
        $faults = [System.Collections.Generic.List[string]]::new()
        $guest = ConvertFrom-InnkeeperKvp @($items) $faults
        if ($null -ne $guest) { $Progress[$id] = $guest }
        if ($faults.Count -gt 0) { $problems.Add("Guest of VM ${id}: $($faults[0])") }
    }
    New-InnkeeperReading $Progress $problems
}
