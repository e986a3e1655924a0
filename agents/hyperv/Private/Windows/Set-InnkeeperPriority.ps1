function Set-InnkeeperPriority {
    <#
    .SYNOPSIS
        Sets this process to below normal priority, to leave the processor to the VMs.
    #>
    [CmdletBinding()]
    param ()
    [System.Diagnostics.Process]::GetCurrentProcess().PriorityClass = [System.Diagnostics.ProcessPriorityClass]::BelowNormal
}
